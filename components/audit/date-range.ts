/** Days as people choose them, and the moments that the server is asked for: days begin in the person's zone. */
import { formatDate, formatDateTime } from "@/lib/format";

export interface DateRange {
  from: string | undefined;
  to: string | undefined;
}

/** @param day "2026-11-24" @returns the moment at which it begins here */
export function startOfDay(day: string): string | undefined {
  return momentOf(`${day}T00:00:00.000`);
}

/** @returns the last moment of the day */
export function endOfDay(day: string): string | undefined {
  return momentOf(`${day}T23:59:59.999`);
}

function momentOf(local: string): string | undefined {
  const time = new Date(local);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** The day of a moment, as a date field wants it; empty for none. */
export function dayOf(moment: string | undefined): string {
  const time = new Date(moment ?? "");
  if (Number.isNaN(time.getTime())) return "";
  const parts = [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** From the beginning of today, or of the day that many days ago. */
export function lastDays(count: number, now: Date): DateRange {
  const first = new Date(now.getFullYear(), now.getMonth(), now.getDate() - (count - 1));
  return { from: first.toISOString(), to: undefined };
}

/** "Nov 1, 2026 – Nov 24, 2026", "since Nov 1, 2026"; undefined when nothing is chosen. */
export function rangeText(
  from: string | undefined,
  to: string | undefined,
  timeZone: string,
): string | undefined {
  const [first, last] = [momentText(from, timeZone), momentText(to, timeZone)];
  if (first !== undefined && last !== undefined)
    return first === last ? first : `${first} – ${last}`;
  if (first !== undefined) return `since ${first}`;
  return last === undefined ? undefined : `until ${last}`;
}

/** The day, where the moment is an edge of a day here; a link from another zone shows the time too. */
function momentText(moment: string | undefined, timeZone: string): string | undefined {
  if (moment === undefined) return undefined;
  const day = dayOf(moment);
  if (day === "") return moment;
  const isEdge = moment === startOfDay(day) || moment === endOfDay(day);
  return isEdge ? formatDate(moment, timeZone) : formatDateTime(moment, timeZone);
}
