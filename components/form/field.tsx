"use client";

import { useId, type ReactNode } from "react";
import { CircleAlert } from "lucide-react";
import { Label } from "@/components/ui/label";
import { cn } from "@/lib/cn";

export interface FieldControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
  "aria-required": boolean | undefined;
}

export interface FieldTexts {
  label: string;
  /** Stands below the label and describes the control. */
  description?: ReactNode;
  /** Marks the label; everything else counts as required. */
  isOptional?: boolean;
  className?: string;
}

/** Label, description and error around one control, wired by ids. */
export function Field({
  label,
  description,
  isOptional = false,
  error,
  className,
  children,
}: FieldTexts & {
  error: string | undefined;
  children: (control: FieldControlProps) => ReactNode;
}) {
  const id = useId();
  const describedBy = cn(description && `${id}-description`, error && `${id}-error`) || undefined;
  return (
    <div className={cn("grid gap-1.5", className)}>
      <div>
        <Label htmlFor={id} isOptional={isOptional}>
          {label}
        </Label>
        {description && (
          <p id={`${id}-description`} className="text-sm text-ink-3">
            {description}
          </p>
        )}
      </div>
      {children({
        id,
        "aria-describedby": describedBy,
        "aria-invalid": error ? true : undefined,
        "aria-required": isOptional ? undefined : true,
      })}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm text-bad">
      <CircleAlert aria-hidden="true" className="mt-0.75 size-3.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
