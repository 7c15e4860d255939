"use client";

import type { RowData } from "@tanstack/react-table";
import { Ellipsis } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { createAppColumnHelper } from "./app-table";

/** The last column: a menu of what can be done with the row. `label` is "Actions for Ada Osei". */
export function rowMenuColumn<Row extends RowData>({
  label,
  entries,
}: {
  label: (row: Row) => string;
  entries: (row: Row) => readonly MenuEntry[];
}) {
  return createAppColumnHelper<Row>().display({
    id: "actions",
    enableHiding: false,
    header: () => <span className="sr-only">Actions</span>,
    meta: { label: "Actions", width: "2.75rem", align: "end", card: "corner", skeleton: "none" },
    cell: ({ row }) => (
      <Menu
        label={label(row.original)}
        entries={() => entries(row.original)}
        trigger={
          <IconButton
            label={label(row.original)}
            icon={<Ellipsis />}
            size="sm"
            hasTooltip={false}
          />
        }
      />
    ),
  });
}
