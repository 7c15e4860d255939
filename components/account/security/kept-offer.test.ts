import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetOffer, keepOffer, keptOffer } from "./kept-offer";

const offer = { otp_auth_url: "otpauth://x", otp_auth_url_signature: "aa", qr_code: "data:," };
const TEN_MINUTES_MS = 10 * 60_000;

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("an offer stays the same for ten minutes", () => {
  const kept = keepOffer("ada", offer, 0);
  expect(keptOffer("ada", TEN_MINUTES_MS - 1)).toEqual(kept);
  expect(keptOffer("ada", TEN_MINUTES_MS)).toBeNull();
  expect(sessionStorage.getItem("muster-totp-offer")).toBeNull();
});

test("an offer is nobody else's", () => {
  keepOffer("ada", offer, 0);
  expect(keptOffer("grace", 1)).toBeNull();
});

test.each(["nothing", "{", "{}", '{"username":"ada","expiresAt":9,"offer":{}}'])(
  "%j is no offer",
  (text) => {
    sessionStorage.setItem("muster-totp-offer", text);
    expect(keptOffer("ada", 1)).toBeNull();
  },
);

test("what was used is forgotten", () => {
  keepOffer("ada", offer, 0);
  forgetOffer();
  expect(keptOffer("ada", 1)).toBeNull();
});
