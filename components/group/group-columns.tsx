import { createAppColumnHelper, type AppColumns } from "@/components/data-table/app-table";
import { networkName } from "@/components/lookup/networks";
import { BadgeList } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatNumber } from "@/lib/format";
import type { UserGroup } from "@/lib/group/schema";
import { GroupCell } from "./group-cell";

const column = createAppColumnHelper<UserGroup>();

/** What every list of groups shows of each. */
export const groupColumns: AppColumns<UserGroup> = [
  column.display({
    id: "name",
    enableHiding: false,
    header: "Name",
    meta: { label: "Name", width: "minmax(13rem,2fr)", card: "title" },
    cell: ({ row }) => <GroupCell group={row.original} />,
  }),
  column.display({
    id: "member_count",
    header: "Members",
    meta: { label: "Members", width: "minmax(5.5rem,.6fr)" },
    cell: ({ row }) => formatNumber(row.original.member_count),
  }),
  column.display({
    id: "access",
    header: "Gives access to",
    meta: { label: "Gives access to", width: "minmax(9rem,1.4fr)" },
    cell: ({ row }) => (
      <BadgeList labels={Object.keys(row.original.network_roles).map(networkName)} />
    ),
  }),
  column.display({
    id: "created_at",
    header: "Created",
    meta: { label: "Created", width: "minmax(7.75rem,.8fr)", card: "none" },
    cell: ({ row }) => <RelativeTime value={row.original.created_at} className="text-ink-3" />,
  }),
];
