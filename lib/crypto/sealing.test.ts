import { describe, expect, test } from "vitest";
import { seal, unseal } from "./sealing";

const SECRET = "a-secret-of-at-least-32-characters!!";

describe("a sealed value", () => {
  test.each(["", "x", "ünïcödé 😀", "x".repeat(10_000)])("opens to what it was", (plain) => {
    expect(unseal(SECRET, "user-1", seal(SECRET, "user-1", plain))).toBe(plain);
  });

  test("is another each time", () => {
    expect(seal(SECRET, "a", "x").equals(seal(SECRET, "a", "x"))).toBe(false);
  });

  test("does not open with another secret", () => {
    expect(() => unseal(`${SECRET}x`, "a", seal(SECRET, "a", "x"))).toThrow();
  });

  test("does not open in another's place", () => {
    expect(() => unseal(SECRET, "user-2", seal(SECRET, "user-1", "x"))).toThrow();
  });

  test("does not open when any byte was changed", () => {
    const sealed = seal(SECRET, "a", "secret");
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => unseal(SECRET, "a", changed)).toThrow();
    }
  });

  test.each([0, 5, 12, 20, 27])("cut to %i bytes does not open", (length) => {
    expect(() => unseal(SECRET, "a", seal(SECRET, "a", "secret").subarray(0, length))).toThrow();
  });
});
