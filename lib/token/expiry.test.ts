import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/permissions";
import { userActor } from "@/lib/testing/entities";
import { expiryOf } from "./expiry";

const now = new Date("2026-11-24T12:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1000;
const after = (ms: number) => new Date(now.getTime() + ms);
const session = userActor("ada", "admin");

function token(expiresAt: Date): Actor {
  const credential = { kind: "access-token", id: "t", expiresAt: expiresAt.getTime() } as const;
  return { kind: "user", id: "ada", username: "ada", role: "admin", credential, administers: [] };
}

function refusalOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? error.details.fields?.map(({ path }) => path) : error;
  }
}

describe("a token that says nothing about its end", () => {
  test.each([
    [366, 90],
    [90, 90],
    [89, 89],
    [1, 1],
  ])("lives, where the server allows %d days, %d days", (maxDays, days) => {
    const end = expiryOf({ actor: session, now }, { wanted: undefined, maxDays });
    expect(end).toEqual(after(days * DAY_MS));
  });

  test("lives no longer than the token that makes it", () => {
    const end = after(5 * DAY_MS);
    expect(expiryOf({ actor: token(end), now }, { wanted: undefined, maxDays: 366 })).toEqual(end);
    const late = token(after(300 * DAY_MS));
    expect(expiryOf({ actor: late, now }, { wanted: undefined, maxDays: 366 })).toEqual(
      after(90 * DAY_MS),
    );
  });
});

describe("a token that says when it ends", () => {
  const limits = { actor: session, now };

  test("ends then, up to the last moment that the server allows", () => {
    for (const wanted of [after(1), after(10 * DAY_MS)]) {
      expect(expiryOf(limits, { wanted, maxDays: 10 })).toEqual(wanted);
    }
  });

  test.each([
    ["now", now],
    ["in the past", after(-1)],
    ["a millisecond later than the server allows", after(10 * DAY_MS + 1)],
  ])("is refused when that is %s", (_, wanted) => {
    expect(refusalOf(() => expiryOf(limits, { wanted, maxDays: 10 }))).toEqual(["expires_at"]);
  });

  test("is refused when that is later than the end of the token that makes it", () => {
    const actor = token(after(DAY_MS));
    const ask = (wanted: Date) => () => expiryOf({ actor, now }, { wanted, maxDays: 10 });
    expect(refusalOf(ask(after(DAY_MS + 1)))).toEqual(["expires_at"]);
    expect(refusalOf(ask(after(DAY_MS)))).toEqual(after(DAY_MS));
  });
});
