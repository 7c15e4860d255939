import type { ComponentProps } from "react";
import { Check, Minus } from "lucide-react";
import { cn } from "@/lib/cn";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "ref"> {
  /** Some, but not all, of what it stands for is chosen. */
  isIndeterminate?: boolean;
}

/** A native checkbox, drawn: it works in forms, with a label, and before scripts have loaded. */
export function Checkbox({ isIndeterminate = false, className, ...props }: CheckboxProps) {
  return (
    <span className={cn("relative inline-grid size-4 shrink-0 place-items-center", className)}>
      <input
        {...props}
        type="checkbox"
        ref={(element) => {
          if (element) element.indeterminate = isIndeterminate;
        }}
        className="peer size-4 appearance-none rounded-sm border border-control bg-surface motion-colors before:absolute before:-inset-2 before:content-[''] checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:cursor-not-allowed disabled:border-line-strong disabled:bg-sunken aria-invalid:border-bad"
      />
      {isIndeterminate ? (
        <Minus
          aria-hidden="true"
          strokeWidth={3}
          className="pointer-events-none absolute size-3 text-accent-ink"
        />
      ) : (
        <Check
          aria-hidden="true"
          strokeWidth={3}
          className="pointer-events-none absolute size-3 text-accent-ink opacity-0 peer-checked:opacity-100 peer-disabled:text-ink-3"
        />
      )}
    </span>
  );
}
