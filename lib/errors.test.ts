import { describe, expect, test } from "vitest";
import { invalid, notFound, throttled } from "./errors";

describe("invalid", () => {
  test.each([
    [[{ path: "name", message: "Too long." }], "name: Too long."],
    [[{ path: "", message: "Too long." }], "Too long."],
    [
      [
        { path: "a", message: "One." },
        { path: "b", message: "Two." },
        { path: "c", message: "Three." },
      ],
      "a: One. (and 2 more)",
    ],
  ])("of %j says %j", (fields, message) => {
    const error = invalid(fields);
    expect(error.message).toBe(message);
    expect(error.details.fields).toEqual(fields);
  });
});

test("notFound names the thing", () => {
  expect(notFound("group", "x").message).toBe('There is no group "x".');
});

test.each([
  [1, "1 second"],
  [59, "59 seconds"],
  [60, "1 minute"],
  [61, "2 minutes"],
  [900, "15 minutes"],
])("throttled for %i seconds says to try again in %s", (seconds, wait) => {
  expect(throttled(seconds).message).toBe(`Too many failed attempts. Try again in ${wait}.`);
});
