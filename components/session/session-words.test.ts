import { describe, expect, test } from "vitest";
import { allEndText, signInMethod } from "./session-words";

describe("allEndText", () => {
  test("speaks of the only session alone", () => {
    expect(allEndText(1)).toBe("This session ends immediately.");
  });

  test("counts several, the one in use among them", () => {
    expect(allEndText(2)).toBe("2 sessions end immediately, including this one.");
    expect(allEndText(1000)).toBe("1,000 sessions end immediately, including this one.");
  });
});

describe("signInMethod", () => {
  test.each([
    ["Password", { auth_method: "password", mfa: false }],
    ["Password and MFA", { auth_method: "password", mfa: true }],
    ["Passkey", { auth_method: "passkey", mfa: true }],
    ["Single sign-on and MFA", { auth_method: "oidc", mfa: true }],
  ])("says %s", (words, session) => {
    expect(signInMethod(session)).toBe(words);
  });
});
