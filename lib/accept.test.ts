import { expect, test } from "vitest";
import { prefersCsv } from "./accept";

test.each([
  "text/csv",
  "TEXT/CSV; charset=utf-8",
  "text/csv, application/json;q=0.9",
  "application/json, text/csv",
  "text/csv;q=0.5, */*;q=0.1",
])("%j asks for CSV", (accept) => {
  expect(prefersCsv(accept)).toBe(true);
});

test.each([
  null,
  "",
  "*/*",
  "application/json",
  "application/json, text/csv;q=0",
  "application/json, text/csv;q=0.9",
  "text/csv;q=nonsense",
  "text/csvx",
])("%j does not", (accept) => {
  expect(prefersCsv(accept)).toBe(false);
});
