import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOfStep, newKeyUrl, secretIn, stepAt, usableStep } from "./totp";

const secret = secretIn(newKeyUrl("ada@example.com"));
const STEP_MS = 30_000;
const times = fc.integer({ min: 1_700_000_000_000, max: 4_000_000_000_000 });
const distances = fc.integer({ min: -5, max: 5 });

/** Whether a code, which may be that of several steps by chance, is of this one alone among its neighbours. */
function isOfOne(step: number): boolean {
  const code = codeOfStep(secret, step);
  const near = Array.from({ length: 21 }, (_, at) => step - 10 + at);
  return near.filter((each) => codeOfStep(secret, each) === code).length === 1;
}

test("codes are those of RFC 6238", () => {
  const ofTheRfc = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  expect(codeOfStep(ofTheRfc, stepAt(new Date(59_000)))).toBe("287082");
  expect(codeOfStep(ofTheRfc, stepAt(new Date(1_111_111_109_000)))).toBe("081804");
});

test("a secret has 20 bytes, under the name of the user", () => {
  const url = new URL(newKeyUrl("ada@example.com"));
  expect(url.href).toMatch(/^otpauth:\/\/totp\/Muster:ada%40example\.com\?/);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    issuer: "Muster",
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
  expect(url.searchParams.get("secret")).toMatch(/^[A-Z2-7]{32}$/);
  expect(newKeyUrl("ada")).not.toBe(newKeyUrl("ada"));
});

test("a code counts in its step and in the one on either side", () => {
  fc.assert(
    fc.property(times, distances, (ms, distance) => {
      const now = new Date(ms);
      const step = stepAt(now) + distance;
      fc.pre(isOfOne(step));
      const used = usableStep(secret, { code: codeOfStep(secret, step), now, lastStep: 0 });
      expect(used).toBe(Math.abs(distance) <= 1 ? step : null);
    }),
  );
});

test("neither a code that was used counts again, nor one before it, whatever is tried in which order", () => {
  const tries = fc.array(fc.record({ after: fc.integer({ min: 0, max: 2 }), distance: distances }));
  fc.assert(
    fc.property(times, tries, (start, all) => {
      let now = start;
      let lastStep = 0;
      for (const { after, distance } of all) {
        now += after * STEP_MS;
        const code = codeOfStep(secret, stepAt(new Date(now)) + distance);
        const used = usableStep(secret, { code, now: new Date(now), lastStep });
        if (used === null) continue;
        expect(used).toBeGreaterThan(lastStep);
        lastStep = used;
        expect(usableStep(secret, { code, now: new Date(now), lastStep })).not.toBe(used);
      }
    }),
  );
});
