/** Whether CSV is asked for by its name, and no less than JSON is (RFC 9110, 12.5.1). */
export function prefersCsv(accept: string | null): boolean {
  const csv = qualityOf(accept, "text/csv");
  return csv > 0 && csv >= qualityOf(accept, "application/json");
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
