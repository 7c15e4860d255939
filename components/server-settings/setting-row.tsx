import type { ReactNode } from "react";

/** One setting: what is set, and beside it, or below it where there is no room, what is known about it. */
export function SettingRow({ facts, children }: { facts: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-10 gap-y-3 border-t border-line py-5 first:border-t-0 first:pt-1 last:pb-1 @min-[48rem]/settings:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="min-w-0">{children}</div>
      <div className="grid min-w-0 content-start gap-1.5 text-sm">{facts}</div>
    </div>
  );
}
