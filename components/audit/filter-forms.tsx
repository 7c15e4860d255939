"use client";

import { useId, type SubmitEvent } from "react";
import { Check } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { cn } from "@/lib/cn";

interface Props {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** One exact value, typed. */
export function TextForm({ label, value, onChange }: Props) {
  const id = useId();

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("value");
    onChange(typeof typed === "string" && typed.trim() !== "" ? typed.trim() : undefined);
  }

  return (
    <form onSubmit={handleSubmit} className="grid gap-2 p-3">
      <Label htmlFor={id}>{label} is exactly</Label>
      <div className="flex gap-2">
        <Input
          id={id}
          name="value"
          defaultValue={value}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button type="submit">Apply</Button>
      </div>
    </form>
  );
}

/** One of some values. */
export function ChoiceForm({
  label,
  value,
  options,
  onChange,
}: Props & { options: readonly { value: string; label: string }[] }) {
  return (
    <ul aria-label={label} className="p-1">
      {options.map((option) => {
        const isChosen = option.value === value;
        return (
          <li key={option.value}>
            <button
              type="button"
              aria-pressed={isChosen}
              onClick={() => {
                onChange(isChosen ? undefined : option.value);
              }}
              className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-start -outline-offset-2 hover:bg-sunken focus-visible:bg-sunken pointer-coarse:min-h-10"
            >
              <span className="min-w-0 grow">{option.label}</span>
              <Check
                aria-hidden="true"
                className={cn("size-4 shrink-0 text-accent-text", !isChosen && "invisible")}
              />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
