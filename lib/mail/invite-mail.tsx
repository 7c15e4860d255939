/** Who invites, to what, until when, and the link. */
import "server-only";
import { formatFullTime, formatSome, isolated } from "@/lib/format";
import { Facts, Name, Paragraph, renderLayout, Strong, type Fact } from "./layout";
import type { MailMessage } from "./message";

export interface InviteMail {
  to: string;
  /** Null where nobody in particular invites. */
  inviter: Inviter | null;
  /** Where Muster is: `muster.example.com`. */
  host: string;
  /** As the console calls it: "Service user". */
  role: string;
  /** By name. */
  groups: readonly string[];
  /** What the groups open, by name. */
  networks: "all" | readonly string[];
  link: string;
  expiresAt: Date;
}

interface Inviter {
  /** "" where there is none. */
  displayName: string;
  username: string;
}

export async function inviteMail(invite: InviteMail): Promise<MailMessage> {
  const { to, inviter, host, link } = invite;
  const who = inviter ? `${isolated(nameOf(inviter))} invites you` : "You are invited";
  return {
    to,
    subject: `${who} to Muster on ${host}`,
    text: textOf(invite),
    html: await renderLayout({
      preview: `The link serves once, until ${untilOf(invite)}.`,
      children: <Words {...invite} />,
      action: { label: "Set up your account", link },
      footer: footerOf(invite),
    }),
  };
}

function Words(invite: InviteMail) {
  const { inviter, host } = invite;
  return (
    <>
      <Paragraph>
        {inviter && <Name>{nameOf(inviter)}</Name>}
        {inviter ? `${besideName(inviter)} invites you` : "You are invited"} to{" "}
        <Strong>Muster</Strong> on {host}.
      </Paragraph>
      <Facts facts={factsOf(invite)} />
      <Paragraph>
        The link serves once, until <Strong>{untilOf(invite)}</Strong>.
      </Paragraph>
    </>
  );
}

function textOf(invite: InviteMail): string {
  const { inviter, host, link } = invite;
  const who = inviter
    ? `${isolated(nameOf(inviter))}${besideName(inviter)} invites you`
    : "You are invited";
  const facts = factsOf(invite).map(
    ({ label, names }) => `${label}: ${formatSome(names.map(isolated), MAX_NAMES)}`,
  );
  return `${who} to Muster on ${host}.

${facts.join("\n")}

Set up your account with this link. It serves once, until ${untilOf(invite)}:

${link}

${footerOf(invite)}
`;
}

const MAX_NAMES = 10;

function factsOf({ role, groups, networks }: InviteMail): Fact[] {
  const facts = [
    { label: "Role", names: [role] },
    { label: "Groups", names: groups },
    { label: "Networks", names: networks === "all" ? ["all of them"] : networks },
  ];
  return facts.filter(({ names }) => names.length > 0).map((fact) => ({ ...fact, max: MAX_NAMES }));
}

function nameOf({ displayName, username }: Inviter): string {
  return displayName || username;
}

/** The username, which nobody can choose to be another's, beside a display name. */
function besideName({ displayName, username }: Inviter): string {
  return displayName ? ` (${username})` : "";
}

function untilOf({ expiresAt }: InviteMail): string {
  return formatFullTime(expiresAt.toISOString());
}

function footerOf({ to }: InviteMail): string {
  return `This mail went to ${to}. If you did not expect it, do nothing: no account is made without you.`;
}
