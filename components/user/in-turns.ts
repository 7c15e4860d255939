import type { Skipped } from "@/components/bulk/plan";

const AT_ONCE = 4;

/** What was done, and what was refused, in the order given. */
export interface Turns {
  done: string[];
  skipped: Skipped[];
}

/**
 * Does something to each of many, a few at a time, where no single call does it to all of them. What is refused for one
 * does not stop the others.
 */
export async function inTurns(
  ids: readonly string[],
  {
    act,
    onProgress,
  }: { act: (id: string) => Promise<unknown>; onProgress: (count: number) => void },
): Promise<Turns> {
  const reasons = new Map<string, string>();
  const waiting = [...ids];
  let count = 0;
  async function work(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const reason = await act(id).then(() => null, reasonIn);
      if (reason !== null) reasons.set(id, reason);
      count += 1;
      onProgress(count);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    done: ids.filter((id) => !reasons.has(id)),
    skipped: ids.flatMap((id) => {
      const reason = reasons.get(id);
      return reason === undefined ? [] : [{ id, reason }];
    }),
  };
}

function reasonIn(error: unknown): string {
  return error instanceof Error ? error.message : "Something went wrong.";
}
