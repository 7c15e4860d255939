"use client";

import { useRef } from "react";
import { Plus, Trash2 } from "lucide-react";
import { useController, useFieldArray } from "react-hook-form";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { emptyNameserver } from "./form-schema";
import type { GatewayZodForm } from "./gateway-fields";

/** Name servers, each with the names it is asked for. */
export function NameserversField({ form }: { form: GatewayZodForm }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "nameservers" });
  const addRef = useRef<HTMLButtonElement>(null);
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-2">
        <span className="font-medium">
          Name servers
          <span className="ms-1.5 text-sm font-normal text-ink-3">optional</span>
        </span>
      </legend>
      {fields.length > 0 && (
        <ul className="grid gap-3">
          {fields.map(({ id }, index) => (
            <li key={id} className="rounded-lg border border-line p-3">
              <Nameserver
                form={form}
                index={index}
                onRemove={() => {
                  remove(index);
                  addRef.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          ref={addRef}
          icon={<Plus />}
          onClick={() => {
            append(emptyNameserver, { focusName: `nameservers.${fields.length}.ips` });
          }}
        >
          Add name server
        </Button>
      </div>
    </fieldset>
  );
}

const marks = [
  { key: "is_search_domain", label: "Also a search domain" },
  { key: "is_fallback", label: "Asked only when others fail" },
  { key: "is_ad_domain", label: "Active Directory" },
] as const;

function Nameserver({
  form,
  index,
  onRemove,
}: {
  form: GatewayZodForm;
  index: number;
  onRemove: () => void;
}) {
  const number = String(index + 1);
  return (
    <div role="group" aria-label={`Name server ${number}`} className="grid gap-3">
      <div className="flex items-start gap-2">
        <TextField
          form={form}
          name={`nameservers.${index}.ips`}
          label="Addresses"
          description="Commas or blanks between several."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="10.20.0.53"
          className="min-w-0 grow"
        />
        <IconButton
          label={`Remove name server ${number}`}
          icon={<Trash2 />}
          size="sm"
          onClick={onRemove}
        />
      </div>
      <TextField
        form={form}
        name={`nameservers.${index}.match_domain`}
        label="For names under"
        description="Empty: for all names."
        isOptional
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="corp.example"
      />
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {marks.map(({ key, label }) => (
          <Mark key={key} form={form} name={`nameservers.${index}.${key}`} label={label} />
        ))}
      </div>
    </div>
  );
}

function Mark({
  form,
  name,
  label,
}: {
  form: GatewayZodForm;
  name: `nameservers.${number}.${(typeof marks)[number]["key"]}`;
  label: string;
}) {
  const { field } = useController({ control: form.control, name });
  return (
    <label className="flex items-center gap-2.5">
      <Checkbox
        name={field.name}
        checked={field.value}
        onBlur={field.onBlur}
        onChange={(event) => {
          field.onChange(event.target.checked);
        }}
      />
      {label}
    </label>
  );
}
