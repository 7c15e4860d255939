import { ListSkeleton } from "@/components/data-table/list-skeleton";

/** The table on the way. */
export function ConfigsSkeleton() {
  return <ListSkeleton filterCount={6} rowCount={15} linesOnCard={5} />;
}
