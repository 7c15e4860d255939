import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterAttempt, afterDeath, newMail, type MailProgress } from "./progress";

const minute = 60_000;
const day = 24 * 60 * minute;
const start = new Date("2026-12-01T08:00:00Z");
const delayed = { kind: "delayed", reason: "451 Later" } as const;

function at(ms: number): Date {
  return new Date(start.getTime() + ms);
}

describe("a mail", () => {
  test("that was accepted is sent, and has nothing more to say", () => {
    const before: MailProgress = { ...newMail(start), status: "sending", error: "451 Later" };
    expect(afterAttempt(before, { kind: "accepted", reply: "250 Ok" }, at(0))).toEqual({
      progress: { ...newMail(start), status: "sent" },
      tryAgainAt: null,
    });
  });

  test.each(["refused", "unknown"] as const)("that was %s has failed for good", (kind) => {
    const { progress, tryAgainAt } = afterAttempt(newMail(start), { kind, reason: "Why" }, at(0));
    expect(progress).toEqual({ ...newMail(start), status: "failed", error: "Why" });
    expect(tryAgainAt).toBeNull();
  });

  test("that its process has died over has failed, and may have been sent", () => {
    expect(afterDeath({ ...newMail(start), status: "sending" })).toEqual({
      ...newMail(start),
      status: "failed",
      error: "Muster was stopped while it sent this mail. It may have been sent.",
    });
  });

  test.each([
    [0, 1],
    [1, 2],
    [2, 4],
    [5, 32],
    [6, 60],
    [20, 60],
  ])("that was delayed after %i delays waits for %i minutes", (delays, minutes) => {
    const before = { ...newMail(start), delays };
    expect(afterAttempt(before, delayed, at(minute))).toEqual({
      progress: { ...before, delays: delays + 1, error: "451 Later" },
      tryAgainAt: at((minutes + 1) * minute),
    });
  });

  test("is tried a last time after a day, and then given up", () => {
    const before = { ...newMail(start), delays: 29 };
    expect(afterAttempt(before, delayed, at(day - minute)).tryAgainAt).toEqual(at(day));
    expect(afterAttempt(before, delayed, at(day))).toEqual({
      progress: { ...before, status: "failed", error: "Given up after 24 hours. 451 Later" },
      tryAgainAt: null,
    });
  });

  test("is tried some thirty times in a day, whatever an attempt takes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 75_000 }), (attemptMs) => {
        let attempts = 0;
        let progress = newMail(start);
        for (let now: Date | null = start; now;) {
          attempts += 1;
          const step = afterAttempt(progress, delayed, new Date(now.getTime() + attemptMs));
          progress = step.progress;
          now = step.tryAgainAt;
        }
        expect(progress.status).toBe("failed");
        expect(attempts).toBeGreaterThan(25);
        expect(attempts).toBeLessThan(35);
      }),
    );
  });
});
