import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ApiError } from "@/lib/api/api-error";
import { conflictOf, differencesBetween } from "./conflict";

const kite = z.object({ colour: z.string() });
const version = new Headers({ etag: '"7"', "x-error-code": "changed" });
const body = {
  Message: "Someone else changed this since you read it.",
  Response: { colour: "red" },
};

describe("conflictOf", () => {
  test("takes the thing as it is now and its version out of a 412", () => {
    const error = new ApiError(412, body, version);
    expect(conflictOf(kite, error)).toEqual({ entity: { colour: "red" }, etag: '"7"' });
  });

  test.each([
    ["another refusal", new ApiError(409, body, new Headers({ etag: '"7"' }))],
    ["a 412 without the thing", new ApiError(412, {}, version)],
    ["another error", new Error("no")],
  ])("is null for %s", (_name, error) => {
    expect(conflictOf(kite, error)).toBeNull();
  });
});

test("differencesBetween leaves out what reads the same", () => {
  const fields = [
    { key: "colour", label: "Colour", words: ({ colour = "" }) => colour.toLowerCase() },
  ] as const;
  expect(differencesBetween(fields, { colour: "Red" }, { colour: "red" })).toEqual([]);
  expect(differencesBetween(fields, { colour: "Red" }, { colour: "blue" })).toEqual([
    { key: "colour", label: "Colour", before: "red", now: "blue" },
  ]);
});
