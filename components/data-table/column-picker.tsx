"use client";

import { useRef } from "react";
import type { RowData } from "@tanstack/react-table";
import { Columns3 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { DataTableModel } from "./use-data-table";

/**
 * Which columns are shown. The choice is part of the address, so a shared link looks the same. Those that the table has
 * no room for say so.
 */
export function ColumnPicker<Row extends RowData>({ table, view }: DataTableModel<Row>) {
  const rootRef = useRef<HTMLSpanElement>(null);
  const columns = table.getAllLeafColumns().filter((column) => column.getCanHide());
  if (columns.length === 0) return null;
  return (
    <span ref={rootRef} className="hidden @min-[40rem]/table:block">
      <Menu
        label="Columns"
        trigger={
          <Button variant="ghost" icon={<Columns3 />}>
            Columns
          </Button>
        }
        entries={() => {
          const width = widthOf(rootRef.current?.closest("section") ?? document.documentElement);
          return columns.map(({ id, columnDef: { meta } }) => ({
            kind: "check",
            label: `${meta?.label ?? id}${(meta?.from ?? 0) > width ? " (in wider windows)" : ""}`,
            isChecked: !view.hidden.includes(id),
            onChange: (isShown: boolean) => {
              view.setHidden(
                isShown ? view.hidden.filter((other) => other !== id) : [...view.hidden, id],
              );
            },
          }));
        }}
      />
    </span>
  );
}

/** In rem, as the steps of columns are. */
function widthOf(element: Element): number {
  return element.clientWidth / parseFloat(getComputedStyle(document.documentElement).fontSize);
}
