/** Where the keyboard goes in the picture of access. */
import type { Line } from "./picture-things";

/** The stops of each column, from above to below; columns without any are left out. */
export type Stops = readonly (readonly string[])[];

/** The stop that a key leads to; null when the key is none that moves, or there is none. */
export function nextStop(
  stops: Stops,
  current: string,
  { key, lines }: { key: string; lines: readonly Pick<Line, "from" | "to">[] },
): string | null {
  const column = stops.findIndex((ids) => ids.includes(current));
  const ids = stops[column] ?? [];
  const row = ids.indexOf(current);
  switch (key) {
    case "ArrowUp":
      return ids[row - 1] ?? null;
    case "ArrowDown":
      return ids[row + 1] ?? null;
    case "Home":
      return ids[0] ?? null;
    case "End":
      return ids.at(-1) ?? null;
    case "ArrowLeft":
      return beside(stops[column - 1] ?? [], { current, row, lines });
    case "ArrowRight":
      return beside(stops[column + 1] ?? [], { current, row, lines });
    default:
      return null;
  }
}

/** What a line leads to, the first of them; else what stands beside it. */
function beside(
  ids: readonly string[],
  {
    current,
    row,
    lines,
  }: { current: string; row: number; lines: readonly Pick<Line, "from" | "to">[] },
): string | null {
  const joined = new Set(
    lines.flatMap(({ from, to }) => {
      if (from === current) return [to];
      return to === current ? [from] : [];
    }),
  );
  return ids.find((id) => joined.has(id)) ?? ids[Math.min(row, ids.length - 1)] ?? null;
}
