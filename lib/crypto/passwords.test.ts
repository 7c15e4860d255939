import { hash } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { hashPassword, needsRehash, verifyPassword } from "./passwords";

describe("a password", () => {
  test("is hashed with argon2id at the stated cost", async () => {
    expect(await hashPassword("x")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("is another hash each time", async () => {
    expect(await hashPassword("x")).not.toBe(await hashPassword("x"));
  });

  test.each([
    ["pass", "pass", true],
    ["pass", "Pass", false],
    ["pass", "pass ", false],
    ["caf\u00e9", "cafe\u0301", true],
    ["cafe\u0301", "caf\u00e9", true],
    ["\uFB01", "fi", false],
    ["", "", true],
  ])("%j fits %j: %j", async (stored, given, fits) => {
    expect(await verifyPassword(await hashPassword(stored), given)).toBe(fits);
  });

  test.each([null, "", "locked", "$argon2id$v=19$m=19456,t=2,p=1$cut"])(
    "fits nobody who has %j, the decoy's included",
    async (none) => {
      expect(await verifyPassword(none, "nobody has this password")).toBe(false);
    },
  );
});

test("of a burst of passwords some are refused, and the others are compared", async () => {
  const stored = await hashPassword("x");
  const compared = await Promise.allSettled(
    Array.from({ length: 110 }, () => verifyPassword(stored, "x")),
  );
  const refused = compared.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(8);
  expect(refused[0]).toMatchObject({ reason: { code: "unavailable" } });
});

describe("needsRehash", () => {
  test("is false for a hash of today", async () => {
    expect(needsRehash(await hashPassword("x"))).toBe(false);
  });

  test.each([
    ["less memory", { memoryCost: 19_455, timeCost: 2, parallelism: 1 }],
    ["more memory", { memoryCost: 19_457, timeCost: 2, parallelism: 1 }],
    ["one pass", { memoryCost: 19_456, timeCost: 1, parallelism: 1 }],
    ["two lanes", { memoryCost: 19_456, timeCost: 2, parallelism: 2 }],
    ["argon2i", { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 1 }],
  ])("is true for a hash with %s", async (_, cost) => {
    expect(needsRehash(await hash("x", cost))).toBe(true);
  });
});
