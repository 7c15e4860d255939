import { cn } from "@/lib/cn";

/** A grey bar of the size of what comes. One line of text is `h-[1lh]`, its default. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={cn("flex h-[1lh] items-center", className)}>
      <span className="block h-[0.65lh] w-full animate-skeleton rounded-sm bg-line" />
    </span>
  );
}
