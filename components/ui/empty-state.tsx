import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** Nothing here yet: what would be here, and how to make the first one. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
  className,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={cn(
        "mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center text-balance",
        className,
      )}
    >
      {icon && (
        <span
          aria-hidden="true"
          className="mb-4 grid size-10 place-items-center rounded-xl border border-line-strong bg-sunken text-ink-2 [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="mt-1 text-ink-3">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
