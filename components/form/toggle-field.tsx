"use client";

import { useId, type ReactNode } from "react";
import { Label } from "@/components/ui/label";
import { cn } from "@/lib/cn";
import { FieldError, type FieldControlProps, type FieldTexts } from "./field";

/** The frame of a checkbox or switch: the control beside its label. */
export function ToggleField({
  label,
  description,
  isOptional: _isOptional,
  error,
  side,
  className,
  children,
}: FieldTexts & {
  error: string | undefined;
  side: "start" | "end";
  children: (control: Omit<FieldControlProps, "aria-required">) => ReactNode;
}) {
  const id = useId();
  const describedBy = cn(description && `${id}-description`, error && `${id}-error`) || undefined;
  const control = children({
    id,
    "aria-describedby": describedBy,
    "aria-invalid": error ? true : undefined,
  });
  return (
    <div className={cn("grid gap-1.5", className)}>
      <div className="flex items-start gap-2.5">
        {side === "start" && <span className="flex h-5 items-center">{control}</span>}
        <div className="min-w-0 grow">
          <Label htmlFor={id} className={cn(side === "start" && "font-normal")}>
            {label}
          </Label>
          {description && (
            <p id={`${id}-description`} className="text-sm text-ink-3">
              {description}
            </p>
          )}
        </div>
        {side === "end" && <span className="flex h-5 items-center">{control}</span>}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}
