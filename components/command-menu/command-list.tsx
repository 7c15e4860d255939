"use client";

import { useId, type Ref } from "react";
import type { Command, CommandGroup } from "./command";
import { CommandOption } from "./command-option";
import type { useActiveOption } from "./use-active-option";

/** The options under the headings of their groups. */
export function CommandList({
  ref,
  id,
  label,
  groups,
  active,
  onChoose,
}: {
  ref: Ref<HTMLDivElement>;
  id: string;
  label: string;
  groups: readonly CommandGroup[];
  active: ReturnType<typeof useActiveOption>;
  onChoose: (command: Command) => void;
}) {
  const headingId = useId();
  return (
    <div
      ref={ref}
      id={id}
      role="listbox"
      aria-label={label}
      className="min-h-0 overflow-y-auto overscroll-contain p-1.5"
    >
      {groups.map((group, index) => (
        <div
          key={group.label}
          role="group"
          aria-labelledby={`${headingId}${String(index)}`}
          className="not-first:mt-1"
        >
          <div
            id={`${headingId}${String(index)}`}
            role="presentation"
            className="truncate px-2.5 pt-1.5 pb-1 text-xs font-medium text-ink-3"
          >
            {group.label}
          </div>
          {group.commands.map((command) => (
            <CommandOption
              key={command.id}
              command={command}
              elementId={active.elementIdOf(command.id)}
              isActive={command.id === active.activeId}
              onActive={() => {
                active.setActive(command.id);
              }}
              onChoose={() => {
                onChoose(command);
              }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
