"use client";

import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { formatNumber } from "@/lib/format";

const FIRST = 100;

/** Ten thousand lines are drawn only for whoever asks for them. */
export function LongList<Entry>({
  label,
  items,
  render,
  isTall = false,
}: {
  label: string;
  items: readonly Entry[];
  render: (item: Entry) => ReactNode;
  isTall?: boolean;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const rest = isWhole ? 0 : Math.max(0, items.length - FIRST);
  return (
    <div
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
      tabIndex={0}
      className={cn(
        "mt-2 overflow-y-auto rounded-lg border border-line bg-surface py-1",
        isTall ? "max-h-80" : "max-h-40",
      )}
    >
      <ul>{items.slice(0, items.length - rest).map(render)}</ul>
      {rest > 0 && (
        <Button
          variant="ghost"
          size="sm"
          className="mx-1"
          onClick={() => {
            setIsWhole(true);
          }}
        >
          Show {formatNumber(rest)} more
        </Button>
      )}
    </div>
  );
}
