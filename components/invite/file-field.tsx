"use client";

import { useRef } from "react";
import { useController, type UseFormReturn } from "react-hook-form";
import { Field } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { formatCount } from "@/lib/format";
import type { PlatformRole } from "@/lib/permissions";
import type { InviteForm } from "./invite-form-schema";
import { parseRows, withoutWrongRows } from "./parse-rows";
import { WrongList } from "./wrong-list";

/** A CSV file of people, with what is wrong in it. */
export function FileField({
  form,
  refusalOf,
}: {
  form: UseFormReturn<InviteForm>;
  refusalOf: (role: PlatformRole) => string | null;
}) {
  const { field, fieldState } = useController({ control: form.control, name: "file" });
  const inputRef = useRef<HTMLInputElement>(null);
  const chosen = field.value;
  const parsed = chosen && parseRows(chosen.text, refusalOf);

  async function handleChoose(files: FileList | null) {
    const [first] = files ?? [];
    field.onChange(first ? { name: first.name, text: await first.text() } : null);
  }

  return (
    <div className="grid gap-2">
      <Field
        label="CSV file"
        description="Its first row names the columns: email, and where wanted role and groups (names or ids with semicolons between them)."
        error={fieldState.error?.message}
      >
        {(control) => (
          <Input
            {...control}
            ref={(input) => {
              inputRef.current = input;
              field.ref(input);
            }}
            name={field.name}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className="py-1"
            onBlur={field.onBlur}
            onChange={(event) => void handleChoose(event.target.files)}
          />
        )}
      </Field>
      {chosen && parsed && (
        <>
          <p role="status" className="text-sm [overflow-wrap:anywhere] text-ink-3">
            {parsed.fault ??
              `${chosen.name}: ${formatCount(parsed.rows.length, "person", "people")} to invite.`}
          </p>
          <WrongList
            wrong={parsed.wrong.map(({ row, text, problem }) => ({
              key: row,
              place: `Row ${row}`,
              text,
              problem,
            }))}
            one="row"
            other="rows"
            onRemove={() => {
              field.onChange({ ...chosen, text: withoutWrongRows(chosen.text, parsed) });
              inputRef.current?.focus();
            }}
          />
        </>
      )}
    </div>
  );
}
