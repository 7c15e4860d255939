"use client";

import { useId, type ReactNode, type RefObject } from "react";
import Link from "next/link";
import { Check } from "lucide-react";
import * as MenuPrimitive from "radix-ui/dropdown-menu";
import { cn } from "@/lib/cn";
import { noteMenuButton } from "./focus-return";
import type { MenuEntry } from "./menu-entry";

/** The lazy part of `Menu`: an open dropdown menu beside a button that it does not own. */
export function MenuContent({
  buttonRef,
  buttonId,
  label,
  entries,
  align,
  isByKeyboard,
  onClose,
}: {
  buttonRef: RefObject<HTMLElement | null>;
  buttonId: string;
  label: string | undefined;
  entries: readonly MenuEntry[];
  align: "start" | "end";
  /** The first entry gets the focus; opened with a pointer, none does. */
  isByKeyboard: boolean;
  onClose: () => void;
}) {
  return (
    <MenuPrimitive.Root
      open
      // A modal menu hides the page from screen readers while its links can still be reached.
      modal={false}
      onOpenChange={(isOpen) => {
        if (isOpen) return;
        noteMenuButton(buttonRef.current);
        onClose();
      }}
    >
      <MenuPrimitive.Trigger asChild>
        <span aria-hidden="true" className="pointer-events-none absolute inset-0" />
      </MenuPrimitive.Trigger>
      {/* Inside a landmark, where all of a page's content has to be. */}
      <MenuPrimitive.Portal container={document.querySelector("main")}>
        <MenuPrimitive.Content
          ref={isByKeyboard ? focusFirstEntry : undefined}
          aria-labelledby={label ? undefined : buttonId}
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            buttonRef.current?.focus();
          }}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-[min(22rem,calc(100vw-1rem))] min-w-44 animate-pop-in overflow-y-auto rounded-lg bg-raised p-1 text-ink shadow-overlay outline-none"
        >
          {entries.map((entry, index) => (
            <Entry key={entry.kind === "separator" ? index : entry.label} entry={entry} />
          ))}
        </MenuPrimitive.Content>
      </MenuPrimitive.Portal>
    </MenuPrimitive.Root>
  );
}

// Radix would do this itself, had it been there to see the key that opened the menu.
function focusFirstEntry(menu: HTMLElement | null) {
  menu?.addEventListener(
    "focus",
    () => {
      menu.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
    },
    { once: true },
  );
}

const rowClass =
  "data-highlighted:bg-sunken flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-start outline-none select-none pointer-coarse:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0";

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case "separator":
      return <MenuPrimitive.Separator className="-mx-1 my-1 h-px bg-line" />;
    case "heading":
      return (
        <MenuPrimitive.Label className="px-2 py-1.5">
          <span className="block truncate font-medium">{entry.label}</span>
          {entry.description && (
            <span className="block truncate text-sm text-ink-3">{entry.description}</span>
          )}
        </MenuPrimitive.Label>
      );
    case "link":
      return (
        <MenuPrimitive.Item asChild>
          {entry.isExternal ? (
            <a href={entry.href} className={rowClass}>
              <Icon>{entry.icon}</Icon>
              {entry.label}
            </a>
          ) : (
            <Link href={entry.href} className={rowClass}>
              <Icon>{entry.icon}</Icon>
              {entry.label}
            </Link>
          )}
        </MenuPrimitive.Item>
      );
    case "check":
      return (
        <MenuPrimitive.CheckboxItem
          checked={entry.isChecked}
          onCheckedChange={entry.onChange}
          // Several are usually changed in one go.
          onSelect={(event) => {
            event.preventDefault();
          }}
          className={rowClass}
        >
          <Mark />
          {entry.label}
        </MenuPrimitive.CheckboxItem>
      );
    case "choice":
      return (
        <MenuPrimitive.RadioGroup
          aria-label={entry.label}
          value={entry.value}
          onValueChange={entry.onChange}
        >
          <MenuPrimitive.Label className="px-2 pt-1.5 pb-1 text-xs text-ink-3">
            {entry.label}
          </MenuPrimitive.Label>
          {entry.options.map((option) => (
            <MenuPrimitive.RadioItem key={option.value} value={option.value} className={rowClass}>
              <Mark />
              {option.label}
            </MenuPrimitive.RadioItem>
          ))}
        </MenuPrimitive.RadioGroup>
      );
    default:
      return <Action {...entry} />;
  }
}

type ActionEntry = Extract<MenuEntry, { onSelect: () => void }>;

function Action({ label, icon, shortcut, isDanger, disabledReason, onSelect }: ActionEntry) {
  const id = useId();
  return (
    <MenuPrimitive.Item
      textValue={label}
      aria-labelledby={`${id}-label`}
      aria-describedby={disabledReason ? `${id}-reason` : undefined}
      aria-disabled={disabledReason ? true : undefined}
      onSelect={(event) => {
        if (disabledReason) event.preventDefault();
        else onSelect();
      }}
      className={cn(
        rowClass,
        disabledReason && "items-start text-ink-3",
        isDanger && !disabledReason && "text-bad data-highlighted:bg-bad-soft",
      )}
    >
      <Icon>{icon}</Icon>
      <span className="min-w-0 grow">
        <span id={`${id}-label`} className="block">
          {label}
        </span>
        {disabledReason && (
          <span id={`${id}-reason`} className="block text-xs">
            {disabledReason}
          </span>
        )}
      </span>
      {shortcut && <span className="text-xs text-ink-3">{shortcut}</span>}
    </MenuPrimitive.Item>
  );
}

function Icon({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <span aria-hidden="true" className="grid h-5 place-items-center">
      {children}
    </span>
  );
}

function Mark() {
  return (
    <span aria-hidden="true" className="grid size-4 place-items-center">
      <MenuPrimitive.ItemIndicator>
        <Check className="text-accent-text" />
      </MenuPrimitive.ItemIndicator>
    </span>
  );
}
