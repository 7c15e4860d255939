import { describe, expect, test } from "vitest";
import {
  formatCompactNumber,
  formatCount,
  formatDate,
  formatDateTime,
  formatDuration,
  formatExactTime,
  formatChoice,
  formatList,
  formatFullTime,
  formatMinuteTime,
  formatRange,
  formatRelativeTime,
  formatTotal,
  isNoTime,
  pluralOf,
} from "./format";

const now = Date.parse("2026-11-03T12:00:00Z");

describe("formatRelativeTime", () => {
  test.each([
    ["2026-11-03T11:59:50Z", "just now"],
    ["2026-11-03T12:00:20Z", "in a moment"],
    ["2026-11-03T11:56:00Z", "4 minutes ago"],
    ["2026-11-03T09:00:00Z", "3 hours ago"],
    ["2026-11-02T12:00:00Z", "yesterday"],
    ["2026-11-06T12:00:00Z", "in 3 days"],
    ["2026-10-27T12:00:00Z", "last week"],
    ["2026-08-03T12:00:00Z", "3 months ago"],
    ["2024-11-03T12:00:00Z", "2 years ago"],
  ])("%s reads %s", (iso, text) => {
    expect(formatRelativeTime(iso, now)).toBe(text);
  });

  test.each([["0001-01-01T00:00:00Z"], [""], [null], [undefined]])("%s reads never", (iso) => {
    expect(formatRelativeTime(iso, now)).toBe("never");
    expect(isNoTime(iso)).toBe(true);
  });

  test("says what the caller wants for no time", () => {
    expect(formatRelativeTime(null, now, "does not expire")).toBe("does not expire");
  });

  test("leaves what is no date as it is", () => {
    expect(formatRelativeTime("soon", now)).toBe("soon");
    expect(formatDate("soon", "UTC")).toBe("soon");
  });
});

describe("dates in the person's zone", () => {
  test("the day changes with the zone", () => {
    expect(formatDate("2026-11-03T23:30:00Z", "UTC")).toBe("Nov 3, 2026");
    expect(formatDate("2026-11-03T23:30:00Z", "Asia/Tokyo")).toBe("Nov 4, 2026");
  });

  test("exact time has seconds and the zone", () => {
    expect(formatExactTime("2026-11-03T08:12:33Z", "Europe/Berlin")).toBe(
      "Nov 3, 2026, 09:12:33 GMT+1",
    );
    expect(formatDateTime("2026-11-03T08:12:33Z", "Europe/Berlin")).toBe("Nov 3, 2026, 09:12");
  });

  test("a time in a sentence says its zone", () => {
    const iso = "2026-11-03T08:12:33Z";
    expect(formatMinuteTime(iso, "Europe/Berlin")).toBe("Nov 3, 2026, 09:12 GMT+1");
    expect(formatMinuteTime(iso, "UTC")).toBe("Nov 3, 2026, 08:12 UTC");
  });

  test("are written out, in UTC, for people of whom nothing is known", () => {
    expect(formatFullTime("2026-11-03T08:12:33Z")).toBe("Tuesday, November 3, 2026 at 08:12 UTC");
  });

  test("midnight is 00, not 24", () => {
    expect(formatDateTime("2026-11-03T00:05:00Z", "UTC")).toBe("Nov 3, 2026, 00:05");
  });
});

describe("numbers", () => {
  test("counts take the singular for one only", () => {
    expect(formatCount(0, "user")).toBe("0 users");
    expect(formatCount(1, "user")).toBe("1 user");
    expect(formatCount(3001, "entry", "entries")).toBe("3,001 entries");
  });

  test("a word beside a number that stands for itself follows it", () => {
    expect(pluralOf(1, "day")).toBe("day");
    expect(pluralOf(90, "day")).toBe("days");
    expect(pluralOf(0, "entry", "entries")).toBe("entries");
  });

  test("an estimate says so and does not pretend to be exact", () => {
    expect(formatTotal(100_214)).toBe("100,214");
    expect(formatTotal(1_003_412, true)).toBe("about 1,000,000");
    expect(formatTotal(87, true)).toBe("about 87");
  });

  test("ranges follow the page", () => {
    const pageOf50 = { perPage: 50, shown: 50, total: 100_214 };
    expect(formatRange({ ...pageOf50, page: 1 })).toBe("1–50 of 100,214");
    expect(formatRange({ ...pageOf50, page: 2005, shown: 14 })).toBe("100,201–100,214 of 100,214");
    expect(formatRange({ ...pageOf50, page: 1, shown: 0, total: 0 })).toBe("0 of 0");
    const inserted = { before: 2, count: 3 };
    expect(formatRange({ ...pageOf50, page: 2, shown: 51, total: 101, inserted })).toBe(
      "53–103 of 104",
    );
    expect(formatRange({ ...pageOf50, page: 3, total: 1_003_412, isEstimate: true })).toBe(
      "101–150 of about 1,000,000",
    );
  });

  test.each([
    [0, "0 seconds"],
    [45, "45 seconds"],
    [61, "1 minute 1 second"],
    [7500, "2 hours 5 minutes"],
    [259_200, "3 days"],
  ])("%d seconds read %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  test("a duration has as many units as are asked for", () => {
    expect(formatDuration(93_780)).toBe("1 day 2 hours");
    expect(formatDuration(93_780, 3)).toBe("1 day 2 hours 3 minutes");
  });

  test("short forms and lists", () => {
    expect(formatCompactNumber(1_234_000)).toBe("1.2M");
    expect(formatList(["a", "b", "c"])).toBe("a, b, and c");
    expect(formatChoice(["a", "b", "c"])).toBe("a, b, or c");
  });
});
