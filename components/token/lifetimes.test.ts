import { describe, expect, test } from "vitest";
import { endOfDay } from "@/lib/day";
import { A_DAY, dayRange, expiryOf, LONGEST, lifetimeOptions, usualLifetime } from "./lifetimes";

const from = new Date(2026, 10, 24, 12, 0).getTime();
const DAY_MS = 24 * 60 * 60 * 1000;
const limits = { from, maxDays: 366 };
const at = (ms: number) => new Date(ms).toISOString();

function valuesOf(maxDays: number): string[] {
  return lifetimeOptions({ maxDays }).map(({ value }) => value);
}

describe("lifetimeOptions", () => {
  test.each([
    [366, ["7", "30", "90", "365", LONGEST, A_DAY]],
    [365, ["7", "30", "90", LONGEST, A_DAY]],
    [90, ["7", "30", LONGEST, A_DAY]],
    [1, [LONGEST, A_DAY]],
  ])("where the server allows %d days, are %j", (maxDays, values) => {
    expect(valuesOf(maxDays)).toEqual(values);
  });

  test("say how long the longest is", () => {
    const labels = lifetimeOptions({ maxDays: 1 }).map(({ label }) => label);
    expect(labels).toContain("Maximum (1 day)");
  });
});

describe("usualLifetime", () => {
  test.each([
    [366, "90"],
    [91, "90"],
    [90, LONGEST],
    [1, LONGEST],
  ])("where the server allows %d days, is %s, which is one of the options", (maxDays, usual) => {
    expect(usualLifetime({ maxDays })).toBe(usual);
    expect(valuesOf(maxDays)).toContain(usual);
  });
});

describe("expiryOf", () => {
  test("counts whole days from the moment it is chosen", () => {
    expect(expiryOf({ lifetime: "7", day: "" }, limits)).toBe(at(from + 7 * DAY_MS));
  });

  test("stays a little below the longest, for clocks that differ", () => {
    const end = Date.parse(expiryOf({ lifetime: LONGEST, day: "" }, limits) ?? "");
    expect(end).toBeLessThan(from + 366 * DAY_MS);
    expect(end).toBeGreaterThan(from + 365.9 * DAY_MS);
  });

  test("is the last moment of a day, today included", () => {
    for (const day of ["2026-11-24", "2027-02-28"]) {
      expect(expiryOf({ lifetime: A_DAY, day }, limits)).toBe(endOfDay(day));
    }
  });

  test("is the longest on the last day, which is not over by then", () => {
    const { last } = dayRange(limits);
    const longest = expiryOf({ lifetime: LONGEST, day: "" }, limits);
    expect(expiryOf({ lifetime: A_DAY, day: last }, limits)).toBe(longest);
  });

  test.each(["", "soon", "2026-11-23", "2027-11-26", "12026-11-24"])("is none on %j", (day) => {
    expect(expiryOf({ lifetime: A_DAY, day }, limits)).toBeUndefined();
  });
});
