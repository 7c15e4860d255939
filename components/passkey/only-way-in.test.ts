import { expect, test } from "vitest";
import { isOnlyWayIn } from "./only-way-in";

test.each([
  ["nothing else", { passkeys: 1, identities: 0, isPasswordOn: false }, true],
  ["a password", { passkeys: 1, identities: 0, isPasswordOn: true }, false],
  ["another passkey", { passkeys: 2, identities: 0, isPasswordOn: false }, false],
  ["a provider", { passkeys: 1, identities: 1, isPasswordOn: false }, false],
])("beside %s", (_, { isPasswordOn, ...mfa }, isOnly) => {
  expect(isOnlyWayIn(mfa, { isPasswordOn })).toBe(isOnly);
});
