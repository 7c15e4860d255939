import { expect, test } from "vitest";
import { createQueue } from "./queue";

/** Pieces of work that end when the test says so. */
function pieces() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return { begun, work, end: (name: string) => ends.get(name)?.() };
}

test("so many run at once, and the others in the order in which they came", async () => {
  const { begun, work, end } = pieces();
  const run = createQueue({ running: 2, waiting: 10, refusal: "Too many." });
  const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => run(work(name)));
  await Promise.resolve();
  expect(begun).toEqual(["a", "b"]);
  end("b");
  expect(await b).toBe("b");
  await expect.poll(() => begun).toEqual(["a", "b", "c"]);
  end("a");
  end("c");
  expect(await Promise.all([a, c])).toEqual(["a", "c"]);
  await expect.poll(() => begun).toEqual(["a", "b", "c", "d"]);
  end("d");
  expect(await d).toBe("d");
});

test("who comes when too many wait is refused at once, and told when to come again", async () => {
  const { begun, work, end } = pieces();
  const run = createQueue({ running: 1, waiting: 1, refusal: "Too many." });
  const [a, b] = [run(work("a")), run(work("b"))];
  await expect(run(work("c"))).rejects.toMatchObject({
    code: "unavailable",
    message: "Too many.",
    details: { retryAfterSeconds: 2 },
  });
  end("a");
  await a;
  await expect.poll(() => begun).toEqual(["a", "b"]);
  end("b");
  await b;
});

test("work that fails gives its turn on", async () => {
  const run = createQueue({ running: 1, waiting: 1, refusal: "Too many." });
  await expect(run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await run(() => Promise.resolve("yes"))).toBe("yes");
});
