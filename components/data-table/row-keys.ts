/** The keyboard in a table: j and k (or the arrows) move between rows, x selects one. */

/** Focuses what stands for the next or previous row: its link, or the row itself. */
export function moveRowFocus(region: HTMLElement | null, step: 1 | -1): void {
  const rows = rowsOf(region);
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = here === -1 ? rows.at(step === 1 ? 0 : -1) : rows[here + step];
  if (!next) return;
  const target = next.querySelector<HTMLElement>("[role=rowheader] :is(a, button)") ?? next;
  target.focus();
  next.scrollIntoView({ block: "nearest" });
}

/** Clicks the checkbox of the row that has the focus. */
export function toggleFocusedRow(region: HTMLElement | null): void {
  const row = rowsOf(region).find((candidate) => candidate.contains(document.activeElement));
  row?.querySelector<HTMLElement>("input[type=checkbox]")?.click();
}

function rowsOf(region: HTMLElement | null): HTMLElement[] {
  return Array.from(region?.querySelectorAll<HTMLElement>("[data-row]") ?? []);
}
