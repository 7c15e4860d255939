import { expect, test } from "vitest";
import { z } from "zod";
import { csvResponse } from "./csv";

const alternative = {
  item: z.object({ name: z.string() }),
  columns: ["name"],
  filename: "names",
} as const;

// eslint-disable-next-line @typescript-eslint/require-await -- the shape of what comes from the database
async function* batches() {
  yield [{ name: "José" }];
  yield [{ name: "Zoë" }];
}

test("a CSV file begins with the mark by which spreadsheets know UTF-8, and has it once", async () => {
  const response = await csvResponse(alternative, batches(), {});
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.toString("utf8")).toBe("\uFEFFname\r\nJosé\r\nZoë\r\n");
});

test("a set stands in its cell as its ids, joined by semicolons", async () => {
  const item = z.object({ groups: z.record(z.string(), z.object({})), more: z.object({}) });
  const sets = { item, columns: ["groups", "more"], sets: ["groups"], filename: "sets" };
  // eslint-disable-next-line @typescript-eslint/require-await -- the shape of what comes from the database
  async function* rows() {
    yield [
      { groups: { b: {}, a: {} }, more: {} },
      { groups: {}, more: {} },
    ];
  }
  const text = await (await csvResponse(sets, rows(), {})).text();
  expect(text.trim().split("\r\n")).toEqual(["groups,more", "b;a,{}", ",{}"]);
});
