import { expect, test } from "vitest";
import { inTurns } from "./in-turns";

test("goes on after a refusal, a few at a time, and tells how far it is", async () => {
  let running = 0;
  let most = 0;
  const told: number[] = [];
  const ids = Array.from({ length: 9 }, (_, index) => String(index));
  const turns = await inTurns(ids, {
    onProgress: (count) => told.push(count),
    act: async (id) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (id === "3") throw new Error("Not this one.");
    },
  });
  expect(turns.done).toEqual(ids.filter((id) => id !== "3"));
  expect(turns.skipped).toEqual([{ id: "3", reason: "Not this one." }]);
  expect(most).toBe(4);
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
