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
    <span
      className={cn(
        "relative inline-grid size-4 shrink-0 place-items-center align-middle",
        className,
      )}
    >
      <input
        {...props}
        type="checkbox"
        ref={(element) => {
          if (element) element.indeterminate = isIndeterminate;
        }}
        // At least 24 px each way, at the smallest text too.
        className="peer absolute -inset-2 appearance-none outline-none disabled:cursor-not-allowed"
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 rounded-sm border border-control bg-surface outline-offset-2 outline-accent motion-colors peer-checked:border-accent peer-checked:bg-accent peer-indeterminate:border-accent peer-indeterminate:bg-accent peer-focus-visible:outline-2 peer-disabled:border-line-strong peer-disabled:bg-sunken peer-aria-invalid:border-bad"
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
