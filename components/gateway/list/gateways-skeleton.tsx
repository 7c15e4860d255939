import { ListSkeleton } from "@/components/data-table/list-skeleton";

/** The table on the way. */
export function GatewaysSkeleton() {
  return <ListSkeleton filterCount={2} rowCount={12} linesOnCard={4} />;
}
