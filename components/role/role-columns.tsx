import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { networkName } from "@/components/lookup/networks";
import { Badge } from "@/components/ui/badge";
import { CellLink } from "@/components/ui/cell-link";
import { formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { ListedRole } from "@/lib/role/schema";
import { rightWords } from "./role-words";

const column = createAppColumnHelper<ListedRole>();

/** What every list of roles shows of each. */
export const roleColumns: AppColumns<ListedRole> = [
  column.display({
    id: "name",
    enableHiding: false,
    header: "Name",
    meta: { label: "Name", width: "minmax(13rem,2fr)", card: "title" },
    cell: ({ row }) => <RoleCell role={row.original} />,
  }),
  column.display({
    id: "network_id",
    header: "Network",
    meta: { label: "Network", width: "minmax(8rem,1fr)" },
    cell: ({ row }) => networkName(row.original.network_id),
  }),
  column.display({
    id: "right",
    header: "Gives",
    meta: { label: "Gives", width: "minmax(7.5rem,.9fr)" },
    cell: ({ row }) => rightWords(row.original),
  }),
  column.display({
    id: "groups",
    header: "Groups",
    meta: { label: "Groups", width: "minmax(4.5rem,.5fr)" },
    cell: ({ row }) => formatNumber(row.original.groups),
  }),
];

function RoleCell({ role }: { role: ListedRole }) {
  return (
    <span className="min-w-0">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <CellLink href={paths.role(role.id)} isMain>
          {role.name}
        </CellLink>
        {role.default && <Badge>Default</Badge>}
      </span>
      {role.meta_data !== "" && (
        <span
          title={role.meta_data}
          className="block text-sm [overflow-wrap:anywhere] text-ink-3 @min-[40rem]/table:truncate"
        >
          <bdi>{role.meta_data}</bdi>
        </span>
      )}
    </span>
  );
}
