import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHALLENGE_MS, expiryOf, newChallenge, type Asked } from "./challenge";

const now = new Date("2026-11-30T12:00:00Z");
const userId = randomUUID();
const later = (ms: number) => new Date(now.getTime() + ms);

describe("a challenge", () => {
  const all: Asked[] = [
    { purpose: "sign-in", userId: null },
    { purpose: "confirm", userId },
    { purpose: "confirm", userId: randomUUID() },
    { purpose: "register", userId },
    { purpose: "register", userId: null },
  ];
  test.each(all)("for %j is good for that alone", (made) => {
    const challenge = newChallenge(made, now);
    const good = all.filter((asked) => expiryOf(challenge, asked, now) !== null);
    expect(good).toEqual([made]);
  });

  test("is good for five minutes", () => {
    const [asked = { purpose: "sign-in", userId: null }] = all;
    const challenge = newChallenge(asked, now);
    expect(expiryOf(challenge, asked, later(CHALLENGE_MS - 1))).toEqual(later(CHALLENGE_MS));
    expect(expiryOf(challenge, asked, later(CHALLENGE_MS))).toBeNull();
    expect(CHALLENGE_MS).toBe(5 * 60_000);
  });

  test("differs from every other", () => {
    const made = Array.from({ length: 100 }, () =>
      Buffer.from(newChallenge({ purpose: "sign-in", userId: null }, now)).toString("hex"),
    );
    expect(new Set(made).size).toBe(100);
  });

  test("that was altered, cut or drawn out is none", () => {
    const asked: Asked = { purpose: "sign-in", userId: null };
    fc.assert(
      fc.property(fc.nat({ max: 53 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const challenge = newChallenge(asked, now);
        challenge[at] = (challenge[at] ?? 0) ^ change;
        expect(expiryOf(challenge, asked, now)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(expiryOf(new Uint8Array(bytes), asked, now)).toBeNull();
        const longer = new Uint8Array([...newChallenge(asked, now), 0, ...bytes]);
        expect(expiryOf(longer, asked, now)).toBeNull();
        const shorter = newChallenge(asked, now).slice(0, -1 - bytes.length);
        expect(expiryOf(shorter, asked, now)).toBeNull();
      }),
    );
  });
});
