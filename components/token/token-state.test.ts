import { describe, expect, test } from "vitest";
import { ZERO_TIME } from "@/lib/wire";
import { expiryState, isUnused, makerOf } from "./token-state";

const now = Date.parse("2026-11-24T12:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1000;
const at = (ms: number) => new Date(now + ms).toISOString();

describe("expiryState", () => {
  test.each([
    ["expired", -1],
    ["expired", 0],
    ["soon", 1],
    ["soon", 14 * DAY_MS],
    ["later", 14 * DAY_MS + 1],
  ])("is %s with %d ms left", (state, ms) => {
    expect(expiryState({ expires_at: at(ms) }, now)).toBe(state);
  });
});

describe("isUnused", () => {
  const longAgo = at(-90 * DAY_MS);
  const later = at(-90 * DAY_MS + 1);

  test.each([
    [true, "made and used 90 days ago", longAgo, longAgo],
    [true, "made 90 days ago and never used", longAgo, ZERO_TIME],
    [false, "used since", longAgo, later],
    [false, "made since and never used", later, ZERO_TIME],
  ])("is %s for one that was %s", (expected, _, made, used) => {
    expect(isUnused({ created_at: made, last_used: used }, now)).toBe(expected);
  });
});

describe("makerOf", () => {
  test("is nobody to speak of when the owner made it", () => {
    expect(makerOf({ created_by: "bob", user_name: "bob" })).toBeNull();
  });

  test("is who made it for the owner, the master key by its name", () => {
    expect(makerOf({ created_by: "ada", user_name: "bob" })).toBe("ada");
    expect(makerOf({ created_by: "masteradministrator", user_name: "bob" })).toBe("the master key");
  });
});
