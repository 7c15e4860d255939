/** What people who asked to join are told, and administrators of them. */
import "server-only";
import { formatCount, isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Facts, Name, Paragraph, renderLayout, Strong } from "./layout";
import type { MailMessage } from "./message";

interface Answered {
  to: string;
  /** Where Muster is: `https://muster.example.com`. */
  origin: string;
}

export async function approvedMail({ to, origin }: Answered): Promise<MailMessage> {
  const { host } = new URL(origin);
  const link = `${origin}${paths.signIn()}`;
  const footer = `This mail went to ${to}, because somebody signed in with this address and asked to join.`;
  return {
    to,
    subject: `You are in: Muster on ${host}`,
    text: `You asked to join Muster on ${host}, and an administrator let you in.

Sign in as you did then, here:

${link}

${footer}
`,
    html: await renderLayout({
      preview: "Sign in as you did when you asked.",
      children: (
        <>
          <Paragraph>
            You asked to join <Strong>Muster</Strong> on {host}, and an administrator let you in.
          </Paragraph>
          <Paragraph>Sign in as you did then.</Paragraph>
        </>
      ),
      action: { label: "Sign in", link },
      footer,
    }),
  };
}

export async function rejectedMail({
  to,
  origin,
  reason,
}: Answered & {
  /** "" where none is given. */
  reason: string;
}): Promise<MailMessage> {
  const { host } = new URL(origin);
  const footer = `This mail went to ${to}, because somebody signed in with this address and asked to join.`;
  const refusal = "and an administrator did not let you in.";
  const advice = "If you think that is a mistake, talk to them. You can ask again by signing in.";
  return {
    to,
    subject: `Not let in: Muster on ${host}`,
    text: [
      `You asked to join Muster on ${host}, ${refusal}`,
      ...(reason === "" ? [] : [`What they say: ${isolated(reason)}`]),
      advice,
      footer,
    ]
      .join("\n\n")
      .concat("\n"),
    html: await renderLayout({
      preview: reason === "" ? advice : reason,
      children: (
        <>
          <Paragraph>
            You asked to join <Strong>Muster</Strong> on {host}, {refusal}
          </Paragraph>
          {reason !== "" && <Facts facts={[{ label: "What they say", names: [reason], max: 1 }]} />}
          <Paragraph>{advice}</Paragraph>
        </>
      ),
      footer,
    }),
  };
}

interface Waiting {
  to: string;
  /** Null where this server does not know its address. */
  origin: string | null;
  count: number;
  /** Who asked last. */
  newest: { username: string; displayName: string } | null;
}

/** For administrators. */
export async function waitingMail({ to, origin, count, newest }: Waiting): Promise<MailMessage> {
  const where = origin === null ? "Muster" : `Muster on ${new URL(origin).host}`;
  const who = `${formatCount(count, "person", "people")} ${count === 1 ? "waits" : "wait"}`;
  const link = origin === null ? null : `${origin}${paths.pendingUsers}`;
  const footer = `This mail went to ${to}, because the server settings say that administrators are told of people who wait. It comes once an hour at most.`;
  return {
    to,
    subject: `${who} to be let in: ${where}`,
    text: [
      `${who} to be let into ${where}.`,
      ...(newest ? [`Who asked last: ${isolated(nameOf(newest))}${besideName(newest)}`] : []),
      ...(link === null ? [WITHOUT_LINK] : ["Let them in or turn them away here:", link]),
      footer,
    ]
      .join("\n\n")
      .concat("\n"),
    html: await renderLayout({
      preview: newest ? `${nameOf(newest)} asked last.` : who,
      children: (
        <>
          <Paragraph>
            {who} to be let into <Strong>{where}</Strong>.
          </Paragraph>
          {newest && (
            <Paragraph>
              Who asked last: <Name>{nameOf(newest)}</Name>
              {besideName(newest)}
            </Paragraph>
          )}
          {link === null && <Paragraph>{WITHOUT_LINK}</Paragraph>}
        </>
      ),
      ...(link !== null && { action: { label: "Look at who waits", link } }),
      footer,
    }),
  };
}

const WITHOUT_LINK = "Let them in or turn them away on the page Pending users.";

function nameOf({ displayName, username }: { displayName: string; username: string }): string {
  return displayName || username;
}

/** The address, which is proven, beside a name that anybody may have chosen. */
function besideName({ displayName, username }: { displayName: string; username: string }): string {
  return displayName ? ` (${username})` : "";
}
