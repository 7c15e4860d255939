/** How long a new token may live, as a choice: spans of days, as long as the server allows, or a day. */
import { dayOf, endOfDay } from "@/lib/day";
import { formatCount } from "@/lib/format";
import { DAY_MS, DEFAULT_DAYS } from "@/lib/token/values";

/** The browser's clock may be ahead of the server's, which refuses what is a moment too late. */
const CLOCK_MARGIN_MS = 5 * 60 * 1000;

const spans = [
  { days: 7, label: "In 7 days" },
  { days: 30, label: "In 30 days" },
  { days: 90, label: "In 90 days" },
  { days: 365, label: "In a year" },
] as const;

export const LONGEST = "longest";
export const A_DAY = "day";

export interface Limits {
  /** The moment that the spans begin at; milliseconds since the epoch. */
  from: number;
  /** How many days ahead the server lets a token expire. */
  maxDays: number;
}

/** The choices that the server allows. */
export function lifetimeOptions({ maxDays }: Pick<Limits, "maxDays">) {
  return [
    ...spans
      .filter(({ days }) => days < maxDays)
      .map(({ days, label }) => ({ value: String(days), label })),
    { value: LONGEST, label: `Maximum (${formatCount(maxDays, "day")})` },
    { value: A_DAY, label: "Custom date" },
  ];
}

/** What a token gets when nothing else is asked for. */
export function usualLifetime({ maxDays }: Pick<Limits, "maxDays">): string {
  return maxDays > DEFAULT_DAYS ? String(DEFAULT_DAYS) : LONGEST;
}

/** The first and the last day that can be chosen. */
export function dayRange(limits: Limits): { first: string; last: string } {
  return { first: dayOf(toIso(limits.from)), last: dayOf(toIso(lastMoment(limits))) };
}

/** @returns when the token expires, or undefined for a day that cannot be chosen */
export function expiryOf(
  { lifetime, day }: { lifetime: string; day: string },
  limits: Limits,
): string | undefined {
  if (lifetime === LONGEST) return toIso(lastMoment(limits));
  if (lifetime !== A_DAY) return toIso(limits.from + Number(lifetime) * DAY_MS);
  const { first, last } = dayRange(limits);
  const end = endOfDay(day);
  if (end === undefined || day < first || day > last) return undefined;
  return toIso(Math.min(Date.parse(end), lastMoment(limits)));
}

function lastMoment({ from, maxDays }: Limits): number {
  return from + maxDays * DAY_MS - CLOCK_MARGIN_MS;
}

function toIso(time: number): string {
  return new Date(time).toISOString();
}
