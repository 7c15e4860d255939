import { describe, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./passwords";

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

  test("fits nobody who has none, the decoy's included", async () => {
    expect(await verifyPassword(null, "nobody has this password")).toBe(false);
  });
});
