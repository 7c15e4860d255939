import { ListSkeleton } from "@/components/data-table/list-skeleton";

/** The table on the way. */
export function TokensSkeleton() {
  return <ListSkeleton filterCount={1} rowCount={15} linesOnCard={4} />;
}
