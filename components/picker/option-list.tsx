import { Check } from "lucide-react";
import type { useActiveOption } from "@/components/command-menu/use-active-option";
import { Name } from "@/components/ui/name";
import { cn } from "@/lib/cn";
import type { PickOption } from "./option-source";

/** The options of a combobox, which has the focus and takes the keys. */
export function OptionList({
  id,
  label,
  options,
  chosen,
  isMany,
  active,
  onPick,
}: {
  id: string;
  label: string;
  options: readonly PickOption[];
  chosen: readonly string[];
  isMany: boolean;
  active: ReturnType<typeof useActiveOption>;
  onPick: (option: PickOption) => void;
}) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      aria-multiselectable={isMany || undefined}
      className="max-h-72 min-h-0 overflow-y-auto overscroll-contain p-1"
    >
      {options.map((option) => (
        <OptionRow
          key={option.value}
          option={option}
          elementId={active.elementIdOf(option.value)}
          isActive={option.value === active.activeId}
          isChosen={chosen.includes(option.value)}
          onActive={() => {
            active.setActive(option.value);
          }}
          onPick={() => {
            onPick(option);
          }}
        />
      ))}
    </div>
  );
}

function OptionRow({
  option: { label, detail, disabledReason },
  elementId,
  isActive,
  isChosen,
  onActive,
  onPick,
}: {
  option: PickOption;
  elementId: string;
  isActive: boolean;
  isChosen: boolean;
  onActive: () => void;
  onPick: () => void;
}) {
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the text field has the focus and takes the keys
    <div
      id={elementId}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={disabledReason ? true : undefined}
      onPointerMove={isActive ? undefined : onActive}
      onClick={onPick}
      // The focus stays in the text field.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      className={cn(
        "flex min-h-8 items-center gap-2.5 rounded-md px-2 py-1 select-none pointer-coarse:min-h-10",
        isActive && "bg-sunken forced-colors:outline-2",
      )}
    >
      <span className="min-w-0 grow [overflow-wrap:anywhere]">
        <span className={cn(disabledReason && "text-ink-3")}>
          <Name>{label}</Name>
        </span>
        {disabledReason && <span className="block text-sm text-ink-3">{disabledReason}</span>}
        {detail && !disabledReason && (
          <span className="text-sm text-ink-3">
            {" "}
            <Name>{detail}</Name>
          </span>
        )}
      </span>
      <Check
        aria-hidden="true"
        className={cn("size-4 shrink-0 text-accent-text", !isChosen && "invisible")}
      />
    </div>
  );
}
