import { expect, test } from "vitest";
import { offsetOf, toPage, totalOf } from "./paging";
import { containsPattern } from "./sql";

test.each([
  ["abc", "%abc%"],
  ["100%", "%100\\%%"],
  ["a_b", "%a\\_b%"],
  ["a\\b", "%a\\\\b%"],
  ["", "%%"],
  ["'", "%'%"],
])("the term %j is looked for as %j", (term, pattern) => {
  expect(containsPattern(term)).toBe(pattern);
});

test("the first page starts at the first row", () => {
  expect(offsetOf({ page: 1, per_page: 50 })).toBe(0);
  expect(offsetOf({ page: 3, per_page: 50 })).toBe(100);
});

test.each([
  [0, 0],
  [1, 1],
  [10, 1],
  [11, 2],
])("%i rows are %i pages of ten", (total, pages) => {
  const page = toPage([], { page: 1, per_page: 10 }, { total, isEstimate: false });
  expect(page).toEqual({ data: [], page: 1, per_page: 10, total, total_pages: pages });
});

test("an estimate is never below what was counted, and says what it is", () => {
  expect(totalOf(10_000, 5)).toEqual({ total: 10_000, isEstimate: false });
  expect(totalOf(10_001, 5)).toEqual({ total: 10_001, isEstimate: true });
  expect(totalOf(10_001, 70_000)).toEqual({ total: 70_000, isEstimate: true });
  expect(toPage([], { page: 1, per_page: 10 }, { total: 70_000, isEstimate: true })).toHaveProperty(
    "total_is_estimate",
    true,
  );
});
