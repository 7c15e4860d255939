import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { useListNow } from "@/components/data-table/list-clock";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import type { InviteBulkAction } from "@/components/invite/bulk";
import { MailBadge } from "@/components/invite/mail-badge";
import { adviceFor } from "@/components/invite/words";
import { GroupBadges } from "@/components/lookup/group-badges";
import { usePersonName } from "@/components/lookup/people-names";
import { CellLink } from "@/components/ui/cell-link";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import { isolated } from "@/lib/format";
import type { UserInvite } from "@/lib/invite/schema";
import { paths } from "@/lib/paths";
import { MASTER_KEY_USERNAME, platformRoleNames, type Actor } from "@/lib/permissions";
import { inviteMenu } from "./invite-menu";

export function invitesColumns({
  actor,
  isMailConfigured,
  onAction,
}: {
  actor: Actor;
  isMailConfigured: boolean;
  onAction: (action: InviteBulkAction, invite: UserInvite) => void;
}): AppColumns<UserInvite> {
  return [
    ...stateColumns,
    rowMenuColumn<UserInvite>({
      label: ({ email }) => `Actions for the invite of ${isolated(email)}`,
      entries: (invite) => inviteMenu({ actor, invite, isMailConfigured, onAction }),
    }),
  ];
}

const column = createAppColumnHelper<UserInvite>();

const stateColumns: AppColumns<UserInvite> = [
  column.display({
    id: "email",
    enableHiding: false,
    header: "Address",
    meta: { label: "Address", width: "minmax(11rem,2fr)", card: "title" },
    cell: ({ row }) => (
      <span
        title={row.original.email}
        className="block font-medium [overflow-wrap:anywhere] @min-[40rem]/table:truncate"
      >
        <Name>{row.original.email}</Name>
      </span>
    ),
  }),
  column.display({
    id: "role",
    header: "Role",
    meta: { label: "Role", width: "minmax(7rem,.8fr)" },
    cell: ({ row }) => platformRoleNames[row.original.platform_role_id],
  }),
  column.display({
    id: "groups",
    header: "Groups",
    meta: { label: "Groups", width: "minmax(8rem,1fr)", from: 56 },
    cell: ({ row }) => <GroupBadges ids={Object.keys(row.original.user_group_ids)} />,
  }),
  column.display({
    id: "mail",
    header: "Mail",
    meta: { label: "Mail", width: "minmax(10rem,2.2fr)" },
    cell: ({ row }) => <Mail invite={row.original} />,
  }),
  column.display({
    id: "expires_at",
    header: "Expires",
    meta: { label: "Expires", width: "minmax(9.5rem,.8fr)" },
    cell: ({ row }) => <Expiry invite={row.original} />,
  }),
  column.display({
    id: "created_by",
    header: "Invited by",
    meta: { label: "Invited by", width: "minmax(7.5rem,.9fr)", from: 56 },
    cell: ({ row }) => <Inviter username={row.original.created_by} />,
  }),
  column.display({
    id: "created_at",
    header: "Invited",
    meta: { label: "Invited", width: "minmax(7.5rem,.8fr)", card: "none", from: 64 },
    cell: ({ row }) => <RelativeTime value={row.original.created_at} className="text-ink-3" />,
  }),
];

/** How its mail fares; of one that failed why, and what to do. */
function Mail({ invite: { mail_status: status, mail_error: error } }: { invite: UserInvite }) {
  return (
    <span className="min-w-0">
      <MailBadge status={status} />
      {status === "failed" && (
        <span className="mt-0.5 grid gap-0.5 text-sm [overflow-wrap:anywhere] whitespace-normal">
          <span className="text-ink-2">{error}</span> <span>{adviceFor(error)}</span>
        </span>
      )}
    </span>
  );
}

function Expiry({ invite: { expires_at: expiresAt } }: { invite: UserInvite }) {
  const hasExpired = Date.parse(expiresAt) <= useListNow();
  if (!hasExpired) return <RelativeTime value={expiresAt} />;
  return (
    <span className="text-ink-3">
      Expired <RelativeTime value={expiresAt} />
    </span>
  );
}

function Inviter({ username }: { username: string }) {
  const name = usePersonName(username);
  if (username === MASTER_KEY_USERNAME) return <span className="text-ink-3">The master key</span>;
  return (
    <CellLink href={paths.user(username)} title={username}>
      {name ?? username}
    </CellLink>
  );
}
