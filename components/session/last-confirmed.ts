/** When somebody last confirmed who they are, on this page; milliseconds since the epoch. */
export const lastConfirmed = { at: 0 };

/** How long the server goes by it. */
const GOOD_FOR_MS = 10 * 60_000;

/** Whether it still counts at the end of something that begins now. */
export function isGoodFor(takesMs: number, { at, now }: { at: number; now: number }): boolean {
  return now + takesMs <= at + GOOD_FOR_MS;
}
