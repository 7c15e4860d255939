/** Whether CSV is asked for by its name, and no less than JSON is (RFC 9110, 12.5.1). */
export function prefersCsv(accept: string | null): boolean {
  const csv = qualityOf(accept, "text/csv");
  return csv > 0 && csv >= qualityOf(accept, "application/json");
}

/** Whether it is a browser that wants to show what it gets. */
export function wantsPage(accept: string | null): boolean {
  return qualityOf(accept, "text/html") > 0;
}

function qualityOf(accept: string | null, type: string): number {
  const range = (accept ?? "")
    .toLowerCase()
    .split(",")
    .map((each) => each.split(";").map((part) => part.trim()))
    .find(([name]) => name === type);
  if (!range) return 0;
  const quality = range.find((part) => part.startsWith("q="))?.slice(2);
  return quality === undefined ? 1 : Number(quality) || 0;
}
