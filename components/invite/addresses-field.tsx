"use client";

import { useRef, useState } from "react";
import { useController, type UseFormReturn } from "react-hook-form";
import { Field } from "@/components/form/field";
import { MarkedTextarea } from "@/components/ui/marked-textarea";
import { formatCount } from "@/lib/format";
import type { InviteForm } from "./invite-form-schema";
import { parseAddresses, withoutWrong, type ParsedAddresses } from "./parse-addresses";
import { WrongList } from "./wrong-list";

/** Addresses, read as they are typed; what is wrong is marked where it stands, and listed below. */
export function AddressesField({ form }: { form: UseFormReturn<InviteForm> }) {
  const { field, fieldState } = useController({ control: form.control, name: "addresses" });
  const areaRef = useRef<HTMLTextAreaElement>(null);
  /** What one is just writing is not wrong yet. */
  const [isTyping, setIsTyping] = useState(false);
  const parsed = parseAddresses(field.value);
  const wrong = parsed.wrong.filter(({ end }) => !isTyping || end < field.value.length);

  function handleChange(text: string) {
    setIsTyping(Math.abs(text.length - field.value.length) <= 1);
    field.onChange(text);
  }

  function handleShow(index: number) {
    const piece = wrong[index];
    if (!piece) return;
    areaRef.current?.focus();
    areaRef.current?.setSelectionRange(piece.start, piece.end);
  }

  return (
    <div className="grid gap-2">
      <Field
        label="Addresses"
        description="Typed, or pasted from a mail program or a sheet, with names or without."
        error={fieldState.error?.message}
      >
        {(control) => (
          <MarkedTextarea
            {...control}
            ref={(area) => {
              areaRef.current = area;
              field.ref(area);
            }}
            name={field.name}
            value={field.value}
            marks={wrong}
            data-autofocus
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              handleChange(event.target.value);
            }}
            onBlur={() => {
              setIsTyping(false);
              field.onBlur();
            }}
          />
        )}
      </Field>
      <p role="status" className="text-sm text-ink-3">
        {summaryOf(parsed)}
      </p>
      <WrongList
        wrong={wrong.map(({ start, line, text, problem }) => ({
          key: start,
          place: `Line ${line}`,
          text,
          problem: problem ?? "",
        }))}
        one="address"
        other="addresses"
        onShow={handleShow}
        onRemove={() => {
          field.onChange(withoutWrong(parsed));
          areaRef.current?.focus();
        }}
      />
    </div>
  );
}

function summaryOf({ addresses, repeated }: ParsedAddresses): string {
  if (addresses.length === 0) return "";
  const count = formatCount(addresses.length, "address", "addresses");
  if (repeated === 0) return count;
  return `${count}. ${formatCount(repeated, "one more is there", "more are there")} a second time and counted once.`;
}
