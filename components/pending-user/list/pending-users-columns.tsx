import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { rowMenuColumn } from "@/components/data-table/row-menu-column";
import { nameOf } from "@/components/pending-user/words";
import { providerName, type ProviderName } from "@/components/session/provider-names";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import { isolated } from "@/lib/format";
import type { PendingUser } from "@/lib/pending-user/schema";
import type { Actor } from "@/lib/permissions";
import { pendingUserMenu, type PendingUserAction } from "./pending-user-menu";

const column = createAppColumnHelper<PendingUser>();

export function pendingUsersColumns({
  actor,
  providers,
  onAction,
}: {
  actor: Actor;
  providers: readonly ProviderName[];
  onAction: (action: PendingUserAction, usernames: readonly string[]) => void;
}): AppColumns<PendingUser> {
  return [
    column.display({
      id: "username",
      enableHiding: false,
      header: "Person",
      meta: { label: "Person", width: "minmax(12rem,2fr)", card: "title" },
      cell: ({ row }) => <Person pending={row.original} />,
    }),
    column.display({
      id: "provider",
      header: "Provider",
      meta: { label: "Provider", width: "minmax(7rem,1fr)" },
      cell: ({ row }) => <Name>{providerName(providers, row.original.provider)}</Name>,
    }),
    column.display({
      id: "created_at",
      header: "Asked",
      meta: { label: "Asked", width: "minmax(8rem,1fr)" },
      cell: ({ row }) => <RelativeTime value={row.original.created_at} />,
    }),
    column.display({
      id: "last_login_time",
      header: "Last try",
      meta: { label: "Last try", width: "minmax(8rem,1fr)", from: 48 },
      cell: ({ row }) => (
        <RelativeTime value={row.original.last_login_time} className="text-ink-3" />
      ),
    }),
    rowMenuColumn<PendingUser>({
      label: (pending) => `Actions for ${isolated(nameOf(pending))}`,
      entries: (pending) => pendingUserMenu({ actor, pending, onAction }),
    }),
  ];
}

/** The name that they gave, above the address that is proven. */
function Person({ pending: { display_name: name, username } }: { pending: PendingUser }) {
  return (
    <span
      title={username}
      className="block min-w-0 [overflow-wrap:anywhere] @min-[40rem]/table:truncate"
    >
      {name !== "" && (
        <span className="block font-medium @min-[40rem]/table:truncate">
          <Name>{name}</Name>
        </span>
      )}
      <span className={name === "" ? "font-medium" : "text-ink-3"}>
        <Name>{username}</Name>
      </span>
    </span>
  );
}
