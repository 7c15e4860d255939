import { filterRowClass } from "./filter-row";

/** A list's toolbar on the way: search and filters. */
export function ToolbarSkeleton({ filterCount }: { filterCount: number }) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <span className="h-8 w-80 max-w-full grow rounded-lg border border-line max-sm:h-10 @min-[40rem]/table:grow-0" />
      <div className={filterRowClass}>
        {Array.from({ length: filterCount }, (_, index) => (
          <span
            key={index}
            className="h-7 min-h-[24px] w-20 rounded-full border border-dashed border-line pointer-coarse:h-9"
          />
        ))}
      </div>
    </div>
  );
}
