import { Skeleton } from "@/components/ui/skeleton";
import { ToolbarSkeleton } from "./toolbar-skeleton";

/** A list on the way, drawn without any script: its toolbar, head and rows as high as they will be. */
export function ListSkeleton({
  filterCount,
  rowCount,
  linesOnCard,
  hasAvatars = false,
}: {
  filterCount: number;
  rowCount: number;
  /** What a row has below its title where it is a card. */
  linesOnCard: number;
  hasAvatars?: boolean;
}) {
  return (
    <div aria-busy="true" className="@container/table">
      <span role="status" className="sr-only">
        Loading…
      </span>
      <ToolbarSkeleton filterCount={filterCount} />
      <div className="divide-y divide-line overflow-clip rounded-xl border border-line bg-surface">
        <div className="hidden min-h-9 @min-[40rem]/table:block" />
        {Array.from({ length: rowCount }, (_, index) => (
          <div
            key={index}
            className="px-3 py-3 @min-[40rem]/table:flex @min-[40rem]/table:min-h-13 @min-[40rem]/table:items-center @min-[40rem]/table:py-1.5"
          >
            <div className="flex items-center gap-3">
              {hasAvatars && (
                <span className="size-7 shrink-0 animate-skeleton rounded-full bg-line" />
              )}
              <div>
                <Skeleton className="w-28" />
                <Skeleton className="w-36 text-sm" />
              </div>
            </div>
            <div className="mt-1 grid gap-1 @min-[40rem]/table:hidden">
              {Array.from({ length: linesOnCard }, (_line, line) => (
                <Skeleton key={line} className="w-48" />
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
