import { ToolbarSkeleton } from "@/components/data-table/toolbar-skeleton";
import { EntriesSkeleton } from "./entries-skeleton";

/** The log on the way. */
export function AuditSkeleton() {
  return (
    <div aria-busy="true" className="@container/table">
      <ToolbarSkeleton filterCount={5} />
      <div className="overflow-clip rounded-xl border border-line bg-surface">
        <EntriesSkeleton count={12} />
      </div>
    </div>
  );
}
