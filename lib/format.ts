/** Every date, number and count that a person reads is written here. Pure: `now` and `timeZone` come in. */

const locale = "en";
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
const toTheMinute = {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;
const list = new Intl.ListFormat(locale, { type: "conjunction" });
const choice = new Intl.ListFormat(locale, { type: "disjunction" });

/** True for what the wire sends for "no time": the zero time of Go, an empty string, null. */
export function isNoTime(iso: string | null | undefined): iso is null | undefined | "" {
  return !iso || iso.startsWith("0001-01-01T00:00:00");
}

/** "4 minutes ago", "yesterday", "in 3 days"; "never" for no time. */
export function formatRelativeTime(
  iso: string | null | undefined,
  now: number,
  never = "never",
): string {
  if (isNoTime(iso)) return never;
  const deltaMs = Date.parse(iso) - now;
  const distanceMs = Math.abs(deltaMs);
  if (Number.isNaN(deltaMs)) return iso;
  if (distanceMs < 45 * second) return deltaMs > 5 * second ? "in a moment" : "just now";
  if (distanceMs < 59.5 * minute) return relative.format(Math.round(deltaMs / minute), "minute");
  if (distanceMs < 23.5 * hour) return relative.format(Math.round(deltaMs / hour), "hour");
  if (distanceMs < 6.5 * day) return relative.format(Math.round(deltaMs / day), "day");
  if (distanceMs < 27 * day) return relative.format(Math.round(deltaMs / (7 * day)), "week");
  if (distanceMs < 345 * day) return relative.format(Math.round(deltaMs / (30.44 * day)), "month");
  return relative.format(Math.round(deltaMs / (365.25 * day)), "year");
}

/** "Nov 3, 2026, 09:12:33 GMT+1": to the second, with the zone. */
export function formatExactTime(iso: string | null | undefined, timeZone: string): string {
  return formatParts(iso, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone,
    timeZoneName: "short",
  });
}

/** "Nov 3, 2026, 09:12 GMT+1": to the minute, with the zone. */
export function formatMinuteTime(iso: string | null | undefined, timeZone: string): string {
  return formatParts(iso, { ...toTheMinute, timeZone, timeZoneName: "short" });
}

/** "Tuesday, November 3, 2026 at 09:12 UTC": for people of whom nothing is known. */
export function formatFullTime(iso: string): string {
  return formatParts(iso, {
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
    timeZoneName: "short",
  });
}

/** "Nov 3, 2026, 09:12". */
export function formatDateTime(iso: string | null | undefined, timeZone: string): string {
  return formatParts(iso, { ...toTheMinute, timeZone });
}

/** "Nov 3, 2026". */
export function formatDate(iso: string | null | undefined, timeZone: string): string {
  return formatParts(iso, { year: "numeric", month: "short", day: "numeric", timeZone });
}

/** "100,214". */
export function formatNumber(value: number): string {
  return integer.format(value);
}

/** "1.2M", for places where the exact number does not fit. */
export function formatCompactNumber(value: number): string {
  return compact.format(value);
}

/** "1 user", "3,001 users"; `other` defaults to `one` with an s. */
export function formatCount(value: number, one: string, other = `${one}s`): string {
  return `${formatNumber(value)} ${pluralOf(value, one, other)}`;
}

/** "user" or "users", for a number that stands for itself. */
export function pluralOf(value: number, one: string, other = `${one}s`): string {
  return value === 1 ? one : other;
}

/** "100,214", or "about 1,000,000" when the number is an estimate: then two digits are honest. */
export function formatTotal(value: number, isEstimate = false): string {
  return isEstimate ? `about ${formatNumber(roundToTwoDigits(value))}` : formatNumber(value);
}

/**
 * "1–50 of 100,214"; "0 of 0" without rows. `page` starts at 1. `inserted` rows stand between those of `perPage` and
 * `total`: so many on the pages before, and in all.
 */
export function formatRange({
  page,
  perPage,
  shown,
  total,
  isEstimate = false,
  inserted = { before: 0, count: 0 },
}: {
  page: number;
  perPage: number;
  shown: number;
  total: number;
  isEstimate?: boolean;
  inserted?: { before: number; count: number } | undefined;
}): string {
  const of = formatTotal(total + inserted.count, isEstimate);
  if (shown === 0) return `0 of ${of}`;
  const first = (page - 1) * perPage + inserted.before + 1;
  return `${formatNumber(first)}–${formatNumber(first + shown - 1)} of ${of}`;
}

/** "45 seconds", "2 hours 5 minutes", "3 days": the largest units that matter, two unless told otherwise. */
export function formatDuration(seconds: number, unitCount = 2): string {
  const units = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
    ["second", 1],
  ] as const;
  const rounded = Math.max(0, Math.round(seconds));
  const start = units.findIndex(([, size]) => rounded >= size);
  if (start === -1) return "0 seconds";
  let rest = rounded;
  const parts: string[] = [];
  for (const [unit, size] of units.slice(start, start + unitCount)) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) parts.push(formatCount(amount, unit));
  }
  return parts.join(" ");
}

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name inside a sentence that can be text only: it turns no direction around it. Else there is `<Name>`. */
export function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}

/** "a, b, and c". */
export function formatList(values: readonly string[]): string {
  return list.format(values);
}

/** "a, b, or c". */
export function formatChoice(values: readonly string[]): string {
  return choice.format(values);
}

/** "a, b, and 7 more": at most `count` of them by name. */
export function formatSome(values: readonly string[], count: number): string {
  const rest = values.length - count;
  return formatList(rest > 0 ? [...values.slice(0, count), `${formatNumber(rest)} more`] : values);
}

function formatParts(
  iso: string | null | undefined,
  options: Intl.DateTimeFormatOptions & { timeZone: string },
): string {
  if (isNoTime(iso)) return "never";
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : formatter(options).format(date);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making a DateTimeFormat costs 50 times what using one does, and a table makes hundreds of dates.
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

function roundToTwoDigits(value: number): number {
  if (value < 100) return value;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}
