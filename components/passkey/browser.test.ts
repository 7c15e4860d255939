import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answerWithPasskey, disownPasskey, makePasskey } from "./browser";

const creation = {
  rp: { id: "muster.example", name: "Muster" },
  user: { id: "AA", name: "ada", displayName: "Ada" },
  challenge: "AA",
  pubKeyCredParams: [{ type: "public-key" as const, alg: -7 }],
  timeout: 1,
  excludeCredentials: [],
  authenticatorSelection: {
    residentKey: "required" as const,
    requireResidentKey: true as const,
    userVerification: "required" as const,
  },
  attestation: "none" as const,
};
const request = {
  rpId: "muster.example",
  challenge: "AA",
  timeout: 1,
  allowCredentials: [],
  userVerification: "required" as const,
};

type Ask = (options: { signal: AbortSignal }) => Promise<never>;

function browserThat(ask: Ask) {
  vi.stubGlobal("navigator", { credentials: { create: ask, get: ask } });
}

function failWith(name: string) {
  browserThat(() => Promise.reject(new DOMException("English of the browser", name)));
}

beforeEach(() => {
  vi.stubGlobal("PublicKeyCredential", vi.fn());
  vi.stubGlobal("location", { hostname: "other.example" });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  [
    "NotAllowedError",
    "No passkey was made. The browser's question was closed or ran out. Try again.",
  ],
  [
    "ConstraintError",
    "This device cannot check that it is you. Set up a screen lock, or use another device.",
  ],
  ["SecurityError", "Passkeys of this server work at another address only."],
  ["InvalidStateError", "This device or password manager has a passkey for your account already."],
  ["AbortError", "No passkey was made."],
  ["UnknownError", "No passkey was made. The browser or the device could not do it. Try again."],
])("a passkey that is not made for a %s", async (name, words) => {
  failWith(name);
  await expect(makePasskey(creation)).rejects.toThrow(new Error(words));
});

test.each([
  [
    "NotAllowedError",
    "No passkey was used. The browser's question was closed or ran out, or there is no passkey for this server here.",
  ],
  ["SecurityError", "Passkeys of this server work at another address only."],
  ["UnknownError", "No passkey was used. The browser or the device could not do it. Try again."],
])("a passkey that does not answer for a %s", async (name, words) => {
  failWith(name);
  await expect(answerWithPasskey(request)).rejects.toThrow(new Error(words));
});

test("an address that is none, such as an IP, has no passkeys", async () => {
  vi.stubGlobal("location", { hostname: "10.0.0.1" });
  failWith("SecurityError");
  await expect(answerWithPasskey(request)).rejects.toThrow("work at another address only");
});

test("a browser without WebAuthn is told so", async () => {
  vi.stubGlobal("PublicKeyCredential", undefined);
  await expect(makePasskey(creation)).rejects.toThrow("This browser cannot use passkeys here.");
  await expect(answerWithPasskey(request)).rejects.toThrow(
    "This browser cannot use passkeys here.",
  );
});

test("whoever asked can end it, also before the browser asks", async () => {
  const ask = vi.fn<Ask>(
    ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          reject(new DOMException("", "AbortError"));
        });
      }),
  );
  browserThat(ask);
  const asking = new AbortController();
  const answer = answerWithPasskey(request, { signal: asking.signal });
  asking.abort();
  await expect(answer).rejects.toThrow(new Error("No passkey was used."));
  await expect(makePasskey(creation, asking.signal)).rejects.toThrow(
    new Error("No passkey was made."),
  );
  expect(ask).toHaveBeenCalledTimes(1);
});

test("a passkey is disowned where the browser can", async () => {
  await disownPasskey("muster.example", "AA");
  const signalUnknownCredential = vi.fn(() => Promise.reject(new Error("busy")));
  vi.stubGlobal("PublicKeyCredential", { signalUnknownCredential });
  await disownPasskey("muster.example", "AA");
  expect(signalUnknownCredential).toHaveBeenCalledWith({
    rpId: "muster.example",
    credentialId: "AA",
  });
});
