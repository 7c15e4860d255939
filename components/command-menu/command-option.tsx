import { CornerDownLeft } from "lucide-react";
import { cn } from "@/lib/cn";
import type { Command } from "./command";

/** One line of the menu. Its name for screen readers is all it says, the reason of a refusal too. */
export function CommandOption({
  command,
  elementId,
  isActive,
  onActive,
  onChoose,
}: {
  command: Command;
  elementId: string;
  isActive: boolean;
  onActive: () => void;
  onChoose: () => void;
}) {
  const { label, detail, icon, isDanger = false, disabledReason } = command;
  const isRefused = Boolean(disabledReason);
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the text field has the focus and takes the keys
    <div
      id={elementId}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={isRefused || undefined}
      onPointerMove={isActive ? undefined : onActive}
      onClick={onChoose}
      // The focus stays in the text field.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      className={cn(
        "relative flex min-h-9 scroll-my-8 gap-2.5 rounded-md px-2.5 py-1.5 select-none before:absolute before:inset-y-1.5 before:start-0 before:w-0.75 before:rounded-full aria-selected:bg-accent-soft aria-selected:before:bg-accent forced-colors:aria-selected:outline-2 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0",
        isRefused ? "items-start text-ink-3" : "items-center",
        isDanger && !isRefused && "text-bad aria-selected:bg-bad-soft aria-selected:before:bg-bad",
      )}
    >
      <span
        aria-hidden="true"
        className="grid min-h-[1lh] w-6 shrink-0 place-items-center text-ink-3"
      >
        {icon}
      </span>
      <span className="min-w-0 grow">
        <span className="[overflow-wrap:anywhere]">
          <bdi>{label}</bdi>
        </span>
        {detail && (
          <span className="ms-1 text-sm [overflow-wrap:anywhere] text-ink-3">
            {" "}
            <bdi>{detail}</bdi>
          </span>
        )}
        {isRefused && <span className="block text-sm">{disabledReason}</span>}
      </span>
      {isActive && !isRefused && (
        <CornerDownLeft aria-hidden="true" className="text-ink-3 pointer-coarse:hidden" />
      )}
    </div>
  );
}
