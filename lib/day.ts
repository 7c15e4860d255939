/** Days as a date field has them, and the moments at their edges: days begin in the zone of the machine that asks. */

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
