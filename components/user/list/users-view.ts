import type { ListView } from "@/components/data-table/use-list-state";
import { sortOnlyColumnIds } from "./users-columns";

/** The view in which the columns that only sort are hidden, and never get into the URL. */
export function withSortOnlyColumns(view: ListView): ListView {
  const sortOnly: readonly string[] = sortOnlyColumnIds;
  return {
    ...view,
    hidden: [...view.hidden, ...sortOnly],
    setHidden: (ids) => {
      view.setHidden(ids.filter((id) => !sortOnly.includes(id)));
    },
  };
}
