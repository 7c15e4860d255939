import { ListSkeleton } from "@/components/data-table/list-skeleton";

/** The table on the way. */
export function InvitesSkeleton() {
  return <ListSkeleton filterCount={3} rowCount={15} linesOnCard={4} />;
}
