import { describe, expect, test } from "vitest";
import { generatePassword } from "@/lib/generate-password";
import { estimateStrength } from "./strength";

describe("estimateStrength", () => {
  test.each([
    ["password", 0, "It is one of the ten passwords that are tried first."],
    ["letmein", 0, "It is one of the hundred passwords that are tried first."],
    ["Hello123", 1, "Many people use this password."],
    ["passwird", 2, "It is almost a password that many people use."],
    ["dragon", 0, "A single word is easy to guess."],
    ["aaaaaaaaaaa", 1, "The same letter again and again is easy to guess."],
    ["uhbgvfcd", 2, "Patterns on the keyboard are easy to guess."],
    ["Summer2024", 1, "A capital letter at the start helps little."],
    ["7hG%kq", 1, "It is short."],
  ])("of %j is at most %i and says why", (password, highest, reason) => {
    const { score, reasons } = estimateStrength(password, []);
    expect(score).toBeLessThanOrEqual(highest);
    expect(reasons[0]).toBe(reason);
    expect(reasons).toHaveLength(2);
  });

  test("of several unrelated words needs no advice", () => {
    expect(estimateStrength("correct horse battery staple", [])).toEqual({ score: 4, reasons: [] });
  });

  test("of a generated password is the highest", () => {
    for (let round = 0; round < 20; round += 1) {
      expect(estimateStrength(generatePassword(), []).score).toBe(4);
    }
  });

  test.each(["wachowicz", "wachowicz@krzemionki.example", "krzemionki"])(
    "of %j is lower for whose name it is",
    (password) => {
      const hints = ["wachowicz@krzemionki.example", ""];
      expect(estimateStrength(password, []).score).toBeGreaterThan(0);
      const { score, reasons } = estimateStrength(password, hints);
      expect(score).toBe(0);
      expect(reasons[0]).toMatch(/name of this account/);
    },
  );

  test("of the longest password that is allowed has an answer", () => {
    expect(estimateStrength("x7!".repeat(86).slice(0, 256), []).score).toBeLessThanOrEqual(4);
  });
});
