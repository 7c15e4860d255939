"use client";

import type { ComponentProps, ReactNode } from "react";
import { NativeSelect } from "./native-select";

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: string;
  /** Stands below the control while the option is chosen. */
  description?: ReactNode;
  /** The option cannot be chosen, and this says why. */
  disabledReason?: string | null | undefined;
}

interface SelectProps<Value extends string> extends Omit<
  ComponentProps<"select">,
  "value" | "onChange" | "children"
> {
  options: readonly SelectOption<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  placeholder?: string | undefined;
}

/**
 * Choose one of some, with the browser's own list: it works on every phone, with every reader and
 * under every content policy. For few options with long descriptions, use RadioGroup.
 */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  placeholder = "Choose…",
  id,
  className,
  "aria-describedby": describedBy,
  ...props
}: SelectProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  const descriptionId = id && chosen?.description ? `${id}-chosen` : undefined;

  function handleChange(next: string) {
    const option = options.find((candidate) => candidate.value === next);
    if (option) onChange(option.value);
  }

  return (
    <div className={className}>
      <NativeSelect
        {...props}
        id={id}
        value={value ?? ""}
        aria-describedby={[describedBy, descriptionId].filter(Boolean).join(" ") || undefined}
        onChange={(event) => {
          handleChange(event.target.value);
        }}
        className="w-full"
      >
        {chosen === undefined && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={Boolean(option.disabledReason)}>
            {option.disabledReason ? `${option.label} (${option.disabledReason})` : option.label}
          </option>
        ))}
      </NativeSelect>
      {chosen?.description && (
        <p id={descriptionId} className="mt-1 text-sm text-ink-3">
          {chosen.description}
        </p>
      )}
    </div>
  );
}
