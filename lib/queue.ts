import { AppError } from "./errors";

interface Limits {
  /** How many run at once. */
  running: number;
  /** How many may wait for their turn. */
  waiting: number;
  /** What somebody is told when more come. */
  refusal: string;
}

/** Lets work of one kind take turns, in the order in which it comes. @returns what runs a piece of it */
export function createQueue({ running, waiting, refusal }: Limits) {
  const turns: (() => void)[] = [];
  let free = running;

  async function takeTurn(): Promise<void> {
    if (free > 0) {
      free -= 1;
      return;
    }
    if (turns.length >= waiting) {
      throw new AppError("unavailable", refusal, { retryAfterSeconds: 2 });
    }
    await new Promise<void>((resolve) => turns.push(resolve));
  }

  function endTurn(): void {
    const next = turns.shift();
    if (next) next();
    else free += 1;
  }

  /** @throws AppError `unavailable` when too many wait already */
  return async <T>(work: () => Promise<T>): Promise<T> => {
    await takeTurn();
    try {
      return await work();
    } finally {
      endTurn();
    }
  };
}
