import { Kbd } from "@/components/ui/kbd";

const hints = [
  { keys: ["↑", "↓"], text: "to move" },
  { keys: ["↵"], text: "to choose" },
  { keys: ["Esc"], text: "to close" },
];

/** For the eyes only: screen readers say how a combobox is used. */
export function CommandHints() {
  return (
    <div
      aria-hidden="true"
      className="flex shrink-0 flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-xs text-ink-3 max-sm:hidden pointer-coarse:hidden"
    >
      {hints.map(({ keys, text }) => (
        <span key={text} className="flex items-center gap-1">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {text}
        </span>
      ))}
    </div>
  );
}
