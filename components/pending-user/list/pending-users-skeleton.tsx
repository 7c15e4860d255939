import { ListSkeleton } from "@/components/data-table/list-skeleton";

/** The table on the way. */
export function PendingUsersSkeleton() {
  return <ListSkeleton filterCount={0} rowCount={15} linesOnCard={3} />;
}
