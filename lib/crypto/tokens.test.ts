import { jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import {
  constantTimeEqual,
  createSessionToken,
  createToken,
  deriveKey,
  hashToken,
  hasValidChecksum,
  sign,
} from "./tokens";

const SECRET = "a-secret-of-at-least-32-characters!!";

describe("a token", () => {
  test.each(["mat_", "mpt_"] as const)(
    "begins with %s and holds 256 bits and a checksum",
    (prefix) => {
      const token = createToken(prefix);
      expect(token).toMatch(new RegExp(`^${prefix}[\\w-]{43}[\\w-]{6}$`));
      expect(hasValidChecksum(token)).toBe(true);
    },
  );

  test("is never made twice", () => {
    const tokens = Array.from({ length: 1000 }, () => createToken("mat_"));
    expect(new Set(tokens).size).toBe(1000);
  });

  test("with any one character changed has a wrong checksum", () => {
    const token = createToken("mat_");
    const changed = Array.from(token).map(
      (char, at) => token.slice(0, at) + (char === "A" ? "B" : "A") + token.slice(at + 1),
    );
    expect(changed.filter(hasValidChecksum)).toEqual([]);
  });

  test.each(["", "mat_", "AAAA", "mat_AAAAAA"])("%j has no valid checksum", (text) => {
    expect(hasValidChecksum(text)).toBe(false);
  });
});

test("a hash is SHA-256 of the whole", () => {
  expect(Buffer.from(hashToken("abc")).toString("hex")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test.each([
  ["a", "a", true],
  ["a", "b", false],
  ["", "", true],
  ["a", "", false],
  ["a", "aa", false],
])("%j and %j are equal: %j", (a, b, isEqual) => {
  expect(constantTimeEqual(a, b)).toBe(isEqual);
});

test("a signature depends on secret, purpose and text", () => {
  const signature = sign(SECRET, "a", "x");
  expect(sign(SECRET, "a", "x")).toBe(signature);
  expect(sign(`${SECRET}x`, "a", "x")).not.toBe(signature);
  expect(sign(SECRET, "b", "x")).not.toBe(signature);
  expect(sign(SECRET, "a", "y")).not.toBe(signature);
});

test("a session token is signed and says who until when, and no two are the same", async () => {
  const claims = {
    username: "ada",
    issuedAt: new Date("2026-01-01T00:00:00Z"),
    expiresAt: new Date("2026-01-01T12:00:00Z"),
  };
  const token = await createSessionToken(SECRET, claims);
  const { payload } = await jwtVerify(token, deriveKey(SECRET, "session-token"), {
    currentDate: claims.issuedAt,
  });
  expect(payload).toMatchObject({ UserName: "ada", iat: 1_767_225_600, exp: 1_767_268_800 });
  expect(await createSessionToken(SECRET, claims)).not.toBe(token);
});
