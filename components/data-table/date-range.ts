/** Spans of days as people choose them: days begin in the person's zone. */
import { dayOf, endOfDay, startOfDay } from "@/lib/day";
import { formatDate, formatDateTime } from "@/lib/format";

export interface DateRange {
  from: string | undefined;
  to: string | undefined;
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
