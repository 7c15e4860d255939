import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { useListNow } from "@/components/data-table/list-clock";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { usePersonName } from "@/components/lookup/people-names";
import { CellLink } from "@/components/ui/cell-link";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { cn } from "@/lib/cn";
import { isNoTime, isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/permissions";
import type { ListedToken } from "@/lib/token/schema";
import { expiryState, isUnused, makerOf } from "@/components/token/token-state";
import { ExpiryTime } from "@/components/token/token-times";
import { tokenMenu } from "./token-menu";

export function tokensColumns({
  actor,
  onRevoke,
}: {
  actor: Actor;
  onRevoke: (token: ListedToken) => void;
}): AppColumns<ListedToken> {
  return [
    column.display({
      id: "name",
      enableHiding: false,
      header: "Name",
      meta: { label: "Name", width: "minmax(10rem,1.6fr)", card: "title" },
      cell: ({ row }) => <TokenName token={row.original} />,
    }),
    column.display({
      id: "user_name",
      header: "Owner",
      meta: { label: "Owner", width: "minmax(9.5rem,1.4fr)" },
      cell: ({ row }) => <OwnerLink username={row.original.user_name} />,
    }),
    column.display({
      id: "state",
      header: "State",
      meta: { label: "State", width: "minmax(8.5rem,.9fr)" },
      cell: ({ row }) => <TokenState token={row.original} />,
    }),
    column.display({
      id: "last_used",
      header: "Last used",
      meta: { label: "Last used", width: "minmax(7.5rem,.8fr)", from: 48 },
      cell: ({ row }) => <LastUsed token={row.original} />,
    }),
    column.display({
      id: "expires_at",
      header: "Expires",
      meta: { label: "Expires", width: "minmax(7.5rem,.8fr)" },
      cell: ({ row }) => <Expires token={row.original} />,
    }),
    column.display({
      id: "created_at",
      header: "Created",
      meta: { label: "Created", width: "minmax(7.75rem,.8fr)", card: "none", from: 56 },
      cell: ({ row }) => <RelativeTime value={row.original.created_at} className="text-ink-3" />,
    }),
    rowMenuColumn<ListedToken>({
      label: (token) => `Actions for ${isolated(token.name)} of ${isolated(token.user_name)}`,
      entries: (token) => tokenMenu({ actor, token, onRevoke }),
    }),
  ];
}

const column = createAppColumnHelper<ListedToken>();

function TokenName({ token }: { token: ListedToken }) {
  const maker = makerOf(token);
  return (
    <>
      <span
        title={token.name}
        className="block font-medium [overflow-wrap:anywhere] @min-[40rem]/table:truncate"
      >
        <Name>{token.name}</Name>
      </span>
      {maker !== null && (
        <span
          title={maker}
          className="block text-sm [overflow-wrap:anywhere] text-ink-3 @min-[40rem]/table:truncate"
        >
          Made by <Name>{maker}</Name>
        </span>
      )}
    </>
  );
}

function OwnerLink({ username }: { username: string }) {
  const name = usePersonName(username);
  return (
    <span className="min-w-0">
      <CellLink href={paths.user(username, "tokens")} title={username}>
        {name ?? username}
      </CellLink>
      {name !== null && (
        <span className="block text-sm [overflow-wrap:anywhere] text-ink-3 @min-[40rem]/table:truncate">
          <Name>{username}</Name>
        </span>
      )}
    </span>
  );
}

function Expires({ token }: { token: ListedToken }) {
  return <ExpiryTime token={token} now={useListNow()} />;
}

function LastUsed({ token }: { token: ListedToken }) {
  const now = useListNow();
  return (
    <RelativeTime
      value={token.last_used}
      never="never used"
      className={cn(!isNoTime(token.last_used) && isUnused(token, now) && "text-warn")}
    />
  );
}

/** The one thing that matters most about it. */
function TokenState({ token }: { token: ListedToken }) {
  const now = useListNow();
  const expiry = expiryState(token, now);
  if (expiry === "expired") return <StatusDot tone="off">Expired</StatusDot>;
  if (token.owner_disabled) return <StatusDot tone="off">Owner disabled</StatusDot>;
  if (expiry === "soon") return <StatusDot tone="warn">Expires soon</StatusDot>;
  if (isUnused(token, now)) return <StatusDot tone="warn">Unused</StatusDot>;
  return <StatusDot tone="good">Active</StatusDot>;
}
