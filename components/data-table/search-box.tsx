"use client";

import { useCallback, useRef, useState, type KeyboardEvent } from "react";
import { Search, X } from "lucide-react";
import { useEarlyInput } from "@/components/form/use-early-input";
import { useShortcut } from "@/components/layout/shortcuts";
import { isComposing } from "@/components/ui/composing";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { Spinner } from "@/components/ui/spinner";
import { cn } from "@/lib/cn";

const debounceMs = 200;

/** Searches while one types. `/` focuses it, Esc clears it. */
export function SearchBox({
  label,
  placeholder,
  value,
  isPending,
  onChange,
  className = "w-80",
}: {
  label: string;
  placeholder?: string;
  value: string;
  isPending: boolean;
  onChange: (value: string) => void;
  /** Its width. */
  className?: string;
}) {
  const inputRef = useRef<HTMLInputElement>(null);
  const timerRef = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What is typed counts until the value changes from outside: the back button, "clear filters".
  const [draft, setDraft] = useState({ text: value, basedOn: value });
  const text = draft.basedOn === value ? draft.text : value;

  const keepInput = useCallback((element: HTMLInputElement | null) => {
    inputRef.current = element;
  }, []);
  const ref = useEarlyInput({ value: text, ref: keepInput, onChange: handleType });

  useShortcut("/", "Search", () => {
    inputRef.current?.select();
  });

  function commit(next: string) {
    clearTimeout(timerRef.current);
    const trimmed = next.trim();
    setDraft({ text: next, basedOn: trimmed });
    onChange(trimmed);
  }

  function handleType(next: string) {
    setDraft({ text: next, basedOn: value });
    clearTimeout(timerRef.current);
    timerRef.current = setTimeout(() => {
      commit(next);
    }, debounceMs);
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Enter") commit(text);
    if (event.key !== "Escape") return;
    event.preventDefault();
    // Not to the body, from where Tab begins at the top.
    if (text === "") document.querySelector("main")?.focus();
    else commit("");
  }

  return (
    <div
      role="search"
      className={cn("relative max-w-full grow @min-[40rem]/table:grow-0", className)}
    >
      <span className="pointer-events-none absolute inset-y-0 start-2.5 grid place-items-center text-ink-3">
        {isPending ? (
          <Spinner className="size-3.5" />
        ) : (
          <Search aria-hidden="true" className="size-3.5" />
        )}
      </span>
      <Input
        ref={ref}
        type="search"
        aria-label={label}
        aria-busy={isPending}
        aria-keyshortcuts="/"
        placeholder={placeholder ?? label}
        value={text}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => {
          handleType(event.target.value);
        }}
        onKeyDown={handleKeyDown}
        className="ps-8 pe-8 text-ellipsis [&::-webkit-search-cancel-button]:appearance-none"
      />
      <span className="absolute inset-y-0 end-0.5 grid w-7 place-items-center">
        {text === "" ? (
          <Kbd className="pointer-events-none text-ink-3 pointer-coarse:hidden">/</Kbd>
        ) : (
          <IconButton
            label="Clear the search"
            icon={<X />}
            size="sm"
            hasTooltip={false}
            onClick={() => {
              commit("");
              inputRef.current?.focus();
            }}
          />
        )}
      </span>
    </div>
  );
}
