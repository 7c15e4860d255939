import { expect, test } from "vitest";
import { ApiError } from "@/lib/api/api-error";
import { triesOf } from "./code-tries";

function refusal(code: string): ApiError {
  return new ApiError(401, {}, new Headers({ "X-Error-Code": code }));
}

test("the fifth wrong code is the last", () => {
  const tries = triesOf(() => 0);
  for (let count = 1; count < 5; count += 1) {
    expect(tries.endBy(refusal("unauthenticated"))).toBeNull();
  }
  expect(tries.endBy(refusal("unauthenticated"))).toBe(
    "That was the fifth wrong code. Start again.",
  );
});

test("what is no wrong code does not count", () => {
  const tries = triesOf(() => 0);
  for (let count = 0; count < 10; count += 1) {
    expect(tries.endBy(refusal("throttled"))).toBeNull();
    expect(tries.endBy(new TypeError("offline"))).toBeNull();
  }
  expect(tries.endBy(refusal("unauthenticated"))).toBeNull();
});

test("after five minutes no code helps any more", () => {
  let now = 0;
  const tries = triesOf(() => now);
  now = 5 * 60_000;
  expect(tries.endBy(refusal("unauthenticated"))).toMatch(/five minutes/);
});
