"use client";

import { useId, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** One exact value, typed. */
export function FilterText({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
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
