"use client";

import { Check } from "lucide-react";
import { useWatch, type FieldValues } from "react-hook-form";
import type { FieldProps } from "@/components/form/field-props";
import { TextField } from "@/components/form/text-field";
import { isPublicKey } from "@/lib/gateway/addresses";
import { cn } from "@/lib/cn";

/** The public key of a device, told right or wrong while it is typed. */
export function KeyField<In extends FieldValues, Out>(
  props: Pick<FieldProps<In, Out>, "form" | "name">,
) {
  const value: unknown = useWatch({ control: props.form.control, name: props.name });
  return (
    <TextField
      {...props}
      label="Public key"
      description={<KeyHint value={typeof value === "string" ? value : ""} />}
      isOptional
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}

function KeyHint({ value }: { value: string }) {
  if (value === "") {
    return "What wg pubkey says on the device. It can be added later; until then nothing connects.";
  }
  const isKey = isPublicKey(value);
  return (
    <span role="status" className={cn("flex items-start gap-1.5", isKey && "text-good")}>
      {isKey && <Check aria-hidden="true" className="mt-0.75 size-3.5 shrink-0" />}
      {isKey
        ? "This is a WireGuard public key."
        : "Not a WireGuard public key yet: 43 letters, figures, + or /, and =."}
    </span>
  );
}
