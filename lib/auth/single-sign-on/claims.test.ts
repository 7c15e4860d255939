import { describe, expect, test } from "vitest";
import type { OpenIdProvider } from "@/lib/auth/providers";
import { identityIn, needsUserinfo } from "./claims";

const now = Math.floor(Date.now() / 1000);
const provider = (verifiedBy: OpenIdProvider["verifiedBy"]): OpenIdProvider => ({
  kind: "openid",
  id: "oidc",
  name: "Example",
  issuer: "https://id.example.com",
  clientId: "a",
  clientSecret: "b",
  verifiedBy,
});
const token = { iss: "https://id.example.com", sub: "1", iat: now };

function emailIn(verifiedBy: OpenIdProvider["verifiedBy"], said: object, userinfo: unknown = null) {
  return identityIn(provider(verifiedBy), { token: { ...token, ...said }, userinfo }).email;
}

describe("an address", () => {
  const email = "ada@example.com";

  test.each([
    ["email_verified", true, email],
    ["email_verified", "true", email],
    ["email_verified", false, null],
    ["email_verified", "false", null],
    ["email_verified", 1, null],
    ["email_verified", undefined, null],
    ["xms_edov", true, email],
    ["xms_edov", "true", email],
    ["xms_edov", 1, email],
    ["xms_edov", "1", email],
    ["xms_edov", false, null],
    ["xms_edov", 0, null],
    ["xms_edov", undefined, null],
  ] as const)("with %s: %j is %j", (claim, value, expected) => {
    expect(emailIn(claim, { email, [claim]: value })).toBe(expected);
  });

  test("of Entra is not verified by another claim", () => {
    expect(emailIn("xms_edov", { email, email_verified: true })).toBeNull();
  });

  test("and the word for it come from one place", () => {
    const userinfo = { email: "other@example.com", email_verified: false };
    expect(emailIn("email_verified", { email, email_verified: true }, userinfo)).toBeNull();
    expect(emailIn("email_verified", { email }, { email_verified: true })).toBeNull();
    expect(emailIn("email_verified", { email_verified: true }, { email })).toBeNull();
  });

  test.each([1, null, { a: 1 }])("that is no text (%j) is none", (value) => {
    expect(emailIn("email_verified", { email: value, email_verified: true })).toBeNull();
  });
});

describe("the profile", () => {
  test.each([
    [{}, true],
    [{ email: "a@b.c" }, true],
    [{ email: "a@b.c", email_verified: false }, false],
  ])("is asked for where the ID token says %j: %s", (said, expected) => {
    expect(needsUserinfo(provider("email_verified"), { ...token, ...said })).toBe(expected);
    expect(needsUserinfo(provider("xms_edov"), { ...token, ...said })).toBe(false);
  });

  test("has a name where either says one", () => {
    const named = (said: object, userinfo: unknown) =>
      identityIn(provider("email_verified"), { token: { ...token, ...said }, userinfo }).name;
    expect(named({ name: "Ada" }, null)).toBe("Ada");
    expect(named({ name: "Ada" }, { name: "Ada Lovelace" })).toBe("Ada Lovelace");
    expect(named({ name: 1 }, {})).toBe("");
  });
});

describe("an ID token", () => {
  const read = (said: object) =>
    identityIn(provider("email_verified"), { token: { ...token, ...said }, userinfo: null });

  test.each([
    [undefined, true],
    [now, true],
    [now - 60, true],
    [now - 61, false],
    [String(now), false],
    [null, false],
  ])("of who signed in there at %j is fresh: %s", (auth_time, expected) => {
    expect(read({ auth_time }).isFresh).toBe(expected);
  });

  test.each([
    [["pwd", "mfa"], true],
    [["pwd"], false],
    ["mfa", false],
    [undefined, false],
  ])("with the methods %j is of more than one factor: %s", (amr, expected) => {
    expect(read({ amr }).hasMfa).toBe(expected);
  });

  test.each([
    { sub: "" },
    { sub: 1 },
    { sub: "a\u0000b" },
    { sub: "x".repeat(256) },
    { iss: undefined },
    { iat: "now" },
    { iat: now + 90 },
  ])("that says %j is none", (said) => {
    expect(() => read(said)).toThrow();
  });
});
