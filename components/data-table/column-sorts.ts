import type { ColumnMeta, ColumnSort } from "./app-table";
import type { ListView } from "./use-list-state";

/** What a column can be sorted by: nothing, itself, or each of the things it shows. */
export function sortsOf(
  { id, columnDef: { meta } }: { id: string; columnDef: { meta?: ColumnMeta | undefined } },
  view: Pick<ListView, "canSort">,
): readonly ColumnSort[] {
  if (meta?.sorts) return meta.sorts;
  return view.canSort(id) ? [{ key: id, label: meta?.label ?? id }] : [];
}
