"use client";

import { useId, useRef, useState, type KeyboardEvent } from "react";
import { useRouter } from "next/navigation";
import { keyOf } from "@/components/layout/shortcut-keys";
import { isComposing } from "@/components/ui/composing";
import { focusMain } from "@/components/ui/focus-return";
import { whenMayLeave } from "@/components/ui/use-leave-guard";
import { formatCount } from "@/lib/format";
import type { Command, CommandGroup, Destination } from "./command";
import { COMMAND_KEY } from "./command-key";
import { CommandDialog } from "./command-dialog";
import { CommandField } from "./command-field";
import { CommandHints } from "./command-hints";
import { CommandList } from "./command-list";
import { CommandScreens } from "./command-screens";
import { matchingGroups } from "./match";
import { useActiveOption } from "./use-active-option";

/** The open menu: a text field, and a list of what fits. It knows no domain; `groups` is all it has. */
export function CommandMenu({
  label,
  placeholder,
  groups,
  text,
  onTextChange,
  onClose,
}: {
  label: string;
  placeholder: string;
  groups: readonly CommandGroup[];
  text: string;
  onTextChange: (text: string) => void;
  onClose: () => void;
}) {
  const listId = useId();
  const router = useRouter();
  const listRef = useRef<HTMLDivElement>(null);
  const chosenRef = useRef<Command | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const shown = matchingGroups(groups, text);
  const commands = shown.flatMap((group) => group.commands);
  const isPending = groups.some(({ search }) => search?.isPending);
  const active = useActiveOption(commands.map(({ id }) => id));

  function handleType(next: string) {
    setRefusal(null);
    active.reset();
    listRef.current?.scrollTo({ top: 0 });
    onTextChange(next);
  }

  function choose(command: Command | undefined) {
    setRefusal(command?.disabledReason ?? null);
    if (!command || command.disabledReason) return;
    chosenRef.current = command;
    onClose();
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (active.handleKey(event)) setRefusal(null);
    if (event.key !== "Enter" || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    choose(commands.find(({ id }) => id === active.activeId));
  }

  /** Only now: what it opens must find the focus where the menu found it. */
  function handleClosed(returnFocus: () => void) {
    const chosen = chosenRef.current;
    returnFocus();
    if (!chosen) return;
    if ("onSelect" in chosen) chosen.onSelect();
    else {
      whenMayLeave(() => {
        goTo(chosen);
      });
    }
  }

  function goTo({ href, isExternal }: Destination) {
    if (isExternal) window.location.assign(href);
    else {
      focusMain();
      router.push(href);
    }
  }

  return (
    <CommandDialog
      title={label}
      isPending={isPending}
      onClose={onClose}
      onClosed={handleClosed}
      onKeyDown={(event) => {
        if (keyOf(event.nativeEvent) !== COMMAND_KEY) return;
        event.preventDefault();
        onClose();
      }}
      field={
        <CommandField
          label={label}
          placeholder={placeholder}
          text={text}
          listId={commands.length > 0 ? listId : undefined}
          activeElementId={active.activeElementId}
          onType={handleType}
          onKeyDown={handleKeyDown}
        />
      }
    >
      {commands.length > 0 && (
        <CommandList
          ref={listRef}
          id={listId}
          label={label}
          groups={shown}
          active={active}
          onChoose={choose}
        />
      )}
      <CommandScreens groups={groups} isEmpty={commands.length === 0} text={text} />
      <p role="status" className="sr-only">
        {refusal ?? (!isPending && commands.length > 0 && formatCount(commands.length, "result"))}
      </p>
      <CommandHints />
    </CommandDialog>
  );
}
