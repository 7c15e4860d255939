import { describe, expect, test } from "vitest";
import type { MfaState } from "@/lib/mfa/schema";
import { recommendationOf } from "./recommendation";

const nothing: MfaState = {
  totp: false,
  totp_since: "0001-01-01T00:00:00Z",
  recovery_codes_left: 0,
  passkeys: 0,
  identities: 0,
  must_enrol: false,
};
const enrolled = { ...nothing, totp: true, recovery_codes_left: 10 };

describe("the recommendation of the Security page", () => {
  test.each([
    ["an authenticator first, even with a passkey", { ...nothing, passkeys: 1 }, "set-up-totp"],
    ["new codes when none is left", { ...enrolled, recovery_codes_left: 0 }, "no-codes"],
    ["new codes when few are left", { ...enrolled, recovery_codes_left: 3 }, "few-codes"],
    ["a passkey when the rest is well", { ...enrolled, recovery_codes_left: 4 }, "add-passkey"],
    ["nothing when all is there", { ...enrolled, passkeys: 1 }, null],
  ] as const)("is %s", (_, state, expected) => {
    expect(recommendationOf(state, { isOauth: false, hasPasskeys: true })).toBe(expected);
  });

  test("is no passkey where the address allows none", () => {
    expect(recommendationOf(enrolled, { isOauth: false, hasPasskeys: false })).toBeNull();
  });

  test("is nothing for whose provider decides", () => {
    expect(recommendationOf(nothing, { isOauth: true, hasPasskeys: true })).toBeNull();
  });
});
