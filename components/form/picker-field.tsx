"use client";

import { useRef, useState, type KeyboardEvent } from "react";
import { X } from "lucide-react";
import { useController, type FieldValues } from "react-hook-form";
import { OptionList } from "@/components/picker/option-list";
import { OptionScreens } from "@/components/picker/option-screens";
import type { OptionSource, PickOption } from "@/components/picker/option-source";
import { useCombobox } from "@/components/picker/use-combobox";
import { useOptionLabels, useOptions } from "@/components/picker/use-options";
import { Input } from "@/components/ui/input";
import { AnchoredPopover } from "@/components/ui/popover";
import { Field, type FieldControlProps } from "./field";
import type { FieldProps } from "./field-props";

interface PickerProps {
  source: OptionSource;
  /** Several: the value is a list of ids. Else it is an id, or empty. */
  isMany?: boolean;
  /** The focus of a dialog begins here. */
  isFirst?: boolean;
  placeholder?: string;
}

/** One or several of what a server finds. It shows names and holds ids. */
export function PickerField<In extends FieldValues, Out>({
  form,
  name,
  rules,
  source,
  isMany = false,
  isFirst = false,
  placeholder,
  ...texts
}: FieldProps<In, Out> & PickerProps) {
  const { field, fieldState } = useController({ control: form.control, name, rules });
  const ids = idsOf(field.value);
  return (
    <Field {...texts} error={fieldState.error?.message}>
      {(control) => (
        <Picker
          control={{ ...control, ref: field.ref, name: field.name, onBlur: field.onBlur }}
          label={texts.label}
          source={source}
          isMany={isMany}
          isFirst={isFirst}
          placeholder={placeholder}
          ids={ids}
          onChange={(next) => {
            field.onChange(isMany ? next : (next[0] ?? ""));
          }}
        />
      )}
    </Field>
  );
}

interface InputControl extends FieldControlProps {
  ref: (element: HTMLInputElement | null) => void;
  name: string;
  onBlur: () => void;
}

function Picker({
  control,
  label,
  source,
  isMany,
  isFirst,
  placeholder = "Search…",
  ids,
  onChange,
}: PickerProps & {
  control: InputControl;
  label: string;
  isMany: boolean;
  isFirst: boolean;
  ids: readonly string[];
  onChange: (ids: readonly string[]) => void;
}) {
  const anchorRef = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  /** What is being typed; else the name of what is chosen stands there. */
  const [draft, setDraft] = useState<string | null>(null);
  const { labelOf, remember } = useOptionLabels(source, ids);
  const found = useOptions(source, draft ?? "");
  const [only] = ids;
  const resting = isMany || only === undefined ? "" : labelOf(only);

  const box = useCombobox({
    text: draft ?? resting,
    options: found.options,
    isOpen,
    onType: (text) => {
      setDraft(text);
      setIsOpen(true);
      if (!isMany && text === "" && ids.length > 0) onChange([]);
    },
    onPick: handlePick,
  });

  function handlePick(option: PickOption) {
    const isChosen = ids.includes(option.value);
    if (option.disabledReason && !isChosen) return;
    const next = isMany ? without(ids, option.value) : [];
    if (!isChosen || !isMany) next.push(option.value);
    remember(next, option);
    onChange(next);
    setDraft(null);
    // Who goes through a list chooses several; who typed has found one, and the list is in the way of what is below.
    if (!isMany || draft !== null) setIsOpen(false);
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (!isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setIsOpen(true);
      return;
    }
    const last = ids.at(-1);
    const isEmpty = event.currentTarget.value === "";
    if (isMany && event.key === "Backspace" && isEmpty && last !== undefined) {
      onChange(without(ids, last));
      return;
    }
    box.handleKeyDown(event);
  }

  return (
    <div ref={anchorRef} className="grid gap-1.5">
      {isMany && ids.length > 0 && (
        <ul aria-label={`${label}: chosen`} className="flex flex-wrap gap-1.5">
          {ids.map((id) => (
            <Chosen
              key={id}
              label={labelOf(id)}
              onRemove={() => {
                onChange(without(ids, id));
                anchorRef.current?.querySelector("input")?.focus();
              }}
            />
          ))}
        </ul>
      )}
      <Input
        {...control}
        {...box.field}
        {...(isFirst && { "data-autofocus": true })}
        placeholder={placeholder}
        onKeyDown={handleKeyDown}
        onClick={() => {
          setIsOpen(true);
        }}
        onBlur={() => {
          setDraft(null);
          control.onBlur();
        }}
      />
      {isOpen && (
        <AnchoredPopover
          anchorRef={anchorRef}
          isList
          label={label}
          onClose={() => {
            setIsOpen(false);
          }}
          className="w-(--radix-popover-trigger-width)"
        >
          {box.hasList && (
            <OptionList
              id={box.listId}
              label={label}
              options={found.options}
              chosen={ids}
              isMany={isMany}
              active={box.active}
              onPick={handlePick}
            />
          )}
          <OptionScreens found={found} text={draft ?? ""} />
        </AnchoredPopover>
      )}
    </div>
  );
}

function Chosen({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <li className="inline-flex min-h-7 max-w-full items-center rounded-full bg-accent-soft ps-2.5 font-medium text-accent-text">
      <span className="truncate">{label}</span>
      <button
        type="button"
        aria-label={`Remove ${label}`}
        onClick={onRemove}
        className="me-0.5 grid size-6 min-h-[24px] min-w-[24px] shrink-0 place-items-center rounded-full motion-colors hover:bg-accent/15"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </li>
  );
}

function idsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" && value !== "" ? [value] : [];
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((other) => other !== id);
}
