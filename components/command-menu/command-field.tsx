import type { KeyboardEvent } from "react";

/** Where one types; it keeps the focus, and names the option that the keyboard is at. */
export function CommandField({
  label,
  placeholder,
  text,
  listId,
  activeElementId,
  onType,
  onKeyDown,
}: {
  label: string;
  placeholder: string;
  text: string;
  /** Absent while there is no list. */
  listId: string | undefined;
  activeElementId: string | undefined;
  onType: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  return (
    <input
      role="combobox"
      aria-label={label}
      aria-expanded={listId !== undefined}
      aria-controls={listId}
      aria-activedescendant={activeElementId}
      aria-autocomplete="list"
      placeholder={placeholder}
      value={text}
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="go"
      onChange={(event) => {
        onType(event.target.value);
      }}
      onKeyDown={onKeyDown}
      className="h-12 min-w-0 grow bg-transparent text-lg outline-none"
    />
  );
}
