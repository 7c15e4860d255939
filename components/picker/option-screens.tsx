import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/format";
import type { FoundOptions } from "./use-options";

/** Below the options: that they are on their way, that nothing fits, that there are more, or what went wrong. */
export function OptionScreens({ found, text }: { found: FoundOptions; text: string }) {
  const { noun, options, isMore, isPending, error } = found;
  if (error) {
    return (
      <div role="alert" className="grid gap-2 p-3">
        <p className="text-bad">{error.message}</p>
        <Button size="sm" icon={<RotateCw />} onClick={error.onRetry}>
          Try again
        </Button>
      </div>
    );
  }
  const isSilent = options.length > 0 && !isMore;
  return (
    <p
      role="status"
      className={isSilent ? "sr-only" : "px-3 py-2 text-sm [overflow-wrap:anywhere] text-ink-3"}
    >
      {stateText()}
    </p>
  );

  function stateText(): string {
    if (isPending) return `Searching ${noun}…`;
    if (isMore) return `There are more ${noun}. Type to find them.`;
    if (options.length > 0) return `${formatNumber(options.length)} found`;
    return text.trim() === "" ? `There are no ${noun}.` : `No ${noun} match “${text.trim()}”.`;
  }
}
