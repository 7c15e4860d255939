/** How many options one search shows. */
export const PER_SEARCH = 10;

/** How many ids fit into one address. */
export const PER_QUESTION = 100;

export function chunksOf(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / PER_QUESTION);
  return Array.from({ length: count }, (_, index) =>
    ids.slice(index * PER_QUESTION, (index + 1) * PER_QUESTION),
  );
}
