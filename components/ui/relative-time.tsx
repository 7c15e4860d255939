"use client";

import { formatExactTime, formatMinuteTime, formatRelativeTime, isNoTime } from "@/lib/format";
import { cn } from "@/lib/cn";
import { useNow, useTimeZone } from "./use-clock";

/** "4 minutes ago", kept current, with the exact time in the person's zone on hover and for readers. */
export function RelativeTime({
  value,
  never = "never",
  className,
}: {
  value: string | null | undefined;
  /** What no time means here: "never", "does not expire", "–". */
  never?: string;
  className?: string;
}) {
  const now = useNow(Date.parse(value ?? ""));
  const zone = useTimeZone();
  if (isNoTime(value)) return <span className={cn("text-ink-3", className)}>{never}</span>;
  return (
    // The server's clock and zone are not the person's: both sides are right, and may differ.
    <time
      dateTime={value}
      title={formatExactTime(value, zone)}
      className={cn("whitespace-nowrap", className)}
      suppressHydrationWarning
    >
      {formatRelativeTime(value, now)}
    </time>
  );
}

/** The exact time as text, in the person's zone, for logs and details. */
export function ExactTime({ value, className }: { value: string; className?: string }) {
  const zone = useTimeZone();
  return (
    <time dateTime={value} className={className} suppressHydrationWarning>
      {formatExactTime(value, zone)}
    </time>
  );
}

/** To the minute, with the zone, for sentences; exact on hover. */
export function MinuteTime({ value }: { value: string }) {
  const zone = useTimeZone();
  return (
    <time dateTime={value} title={formatExactTime(value, zone)} suppressHydrationWarning>
      {formatMinuteTime(value, zone)}
    </time>
  );
}
