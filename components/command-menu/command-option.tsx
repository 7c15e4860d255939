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
      className={cn(
        "flex min-h-9 scroll-my-8 items-center gap-2.5 rounded-md px-2.5 py-1.5 select-none aria-selected:bg-sunken forced-colors:aria-selected:outline-2 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0",
        isRefused && "text-ink-3",
        isDanger && !isRefused && "text-bad aria-selected:bg-bad-soft",
      )}
    >
      <span aria-hidden="true" className="grid w-6 shrink-0 place-items-center text-ink-3">
        {icon}
      </span>
      <span className="min-w-0 grow">
        <span className="[overflow-wrap:anywhere]">{label}</span>
        {detail && (
          <span className="ms-2 text-sm [overflow-wrap:anywhere] text-ink-3">{detail}</span>
        )}
        {isRefused && <span className="block text-sm">{disabledReason}</span>}
      </span>
      {isActive && !isRefused && (
        <CornerDownLeft aria-hidden="true" className="text-ink-3 pointer-coarse:hidden" />
      )}
    </div>
  );
}
