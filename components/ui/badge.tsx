import type { ReactNode } from "react";
import { cva, type VariantProps } from "class-variance-authority";
import { cn } from "@/lib/cn";

const badge = cva(
  "inline-flex max-w-full min-w-0 items-center gap-1 rounded-full align-top border px-2 py-px text-xs whitespace-nowrap",
  {
    variants: {
      tone: {
        neutral: "border-line-strong text-ink-2",
        accent: "bg-accent-soft text-accent-text border-transparent",
        good: "bg-good-soft text-good border-transparent",
        warn: "bg-warn-soft text-warn border-transparent",
        bad: "bg-bad-soft text-bad border-transparent",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

/** A short word about a thing. The word carries the meaning, the tone only repeats it. */
export function Badge({
  tone,
  icon,
  title,
  className,
  children,
}: VariantProps<typeof badge> & {
  icon?: ReactNode;
  title?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={cn(badge({ tone }), "[&_svg]:size-3 [&_svg]:shrink-0", className)}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** Several badges in one line: the first `max`, then "+2". On hover what is shortened is said whole, and the rest. */
export function BadgeList({ labels, max = 2 }: { labels: readonly string[]; max?: number }) {
  if (labels.length === 0) return <span className="text-ink-3">None</span>;
  const rest = labels.slice(max);
  return (
    <span className="inline-flex h-[1lh] max-w-full items-center gap-1 align-top">
      {labels.slice(0, max).map((label) => (
        <Badge key={label} title={label}>
          <bdi>{label}</bdi>
        </Badge>
      ))}
      {rest.length > 0 && (
        <span className="shrink-0 text-xs text-ink-3" title={rest.join(", ")}>
          +{rest.length}
          <span className="sr-only"> more: {rest.join(", ")}</span>
        </span>
      )}
    </span>
  );
}
