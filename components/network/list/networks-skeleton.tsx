import { ListSkeleton } from "@/components/data-table/list-skeleton";

/** The table on the way. */
export function NetworksSkeleton() {
  return <ListSkeleton filterCount={0} rowCount={8} linesOnCard={2} />;
}
