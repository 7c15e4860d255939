"use client";

import type { RowData } from "@tanstack/react-table";
import { Columns3 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { DataTableModel } from "./use-data-table";

/** Which columns are shown. The choice is part of the address, so a shared link looks the same. */
export function ColumnPicker<Row extends RowData>({ table, view }: DataTableModel<Row>) {
  const columns = table.getAllLeafColumns().filter((column) => column.getCanHide());
  if (columns.length === 0) return null;
  return (
    <span className="hidden @min-[40rem]/table:block">
      <Menu
        label="Columns"
        trigger={
          <Button variant="ghost" icon={<Columns3 />}>
            Columns
          </Button>
        }
        entries={columns.map((column) => ({
          kind: "check",
          label: column.columnDef.meta?.label ?? column.id,
          isChecked: !view.hidden.includes(column.id),
          onChange: (isShown) => {
            view.setHidden(
              isShown ? view.hidden.filter((id) => id !== column.id) : [...view.hidden, column.id],
            );
          },
        }))}
      />
    </span>
  );
}
