import { createPrivateKey, createPublicKey } from "node:crypto";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { isPublicKey } from "@/lib/gateway/addresses";
import { clamped, newKeyPair, publicKeyByBrowser, toBase64 } from "./key-pair";
import { publicKeyByLibrary } from "./x25519";

/** RFC 7748: the keys of Alice and Bob (section 6.1), and the first iteration of section 5.2. */
const vectors = [
  [
    "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a",
    "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
  ],
  [
    "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb",
    "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
  ],
  [
    "0900000000000000000000000000000000000000000000000000000000000000",
    "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079",
  ],
] as const;

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const hexOf = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString("hex");
const aKey = fc.uint8Array({ minLength: 32, maxLength: 32 });

/** The public key of a private one as OpenSSL makes it, both in base64. */
function publicKeyByNode(privateKey: string): string {
  const head = Buffer.from("302e020100300506032b656e04220420", "hex");
  const key = Buffer.concat([head, Buffer.from(privateKey, "base64")]);
  const own = createPrivateKey({ key, format: "der", type: "pkcs8" });
  const spki = createPublicKey(own).export({ format: "der", type: "spki" });
  return spki.subarray(-32).toString("base64");
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the public key of a private one", () => {
  test.each(vectors)("of %s is the one of RFC 7748, by the browser", async (own, expected) => {
    expect(hexOf(await publicKeyByBrowser(bytesOf(own)))).toBe(expected);
  });

  test.each(vectors)("of %s is the one of RFC 7748, by the library", (own, expected) => {
    expect(hexOf(publicKeyByLibrary(bytesOf(own)))).toBe(expected);
  });

  test("is the same both ways, whatever the key", async () => {
    await fc.assert(
      fc.asyncProperty(aKey, async (own) => {
        expect(hexOf(await publicKeyByBrowser(own))).toBe(hexOf(publicKeyByLibrary(own)));
      }),
      { numRuns: 20 },
    );
  });

  test("is left to the library where the page came over plain http", async () => {
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(await publicKeyByBrowser(bytesOf(vectors[0][0]))).toBeNull();
  });

  test("is left to the library where the browser does not know the curve", async () => {
    vi.stubGlobal("crypto", {
      subtle: {
        importKey: () => Promise.reject(new DOMException("unknown", "NotSupportedError")),
      },
    });
    expect(await publicKeyByBrowser(bytesOf(vectors[0][0]))).toBeNull();
  });
});

describe("clamped", () => {
  test("sets the bits of a private key that RFC 7748 fixes, and no others", () => {
    fc.assert(
      fc.property(aKey, (key) => {
        const [first = 0, ...rest] = clamped(key);
        const last = rest.pop() ?? 0;
        expect(first).toBe(key[0] && key[0] - (key[0] % 8));
        expect(last & 0b1100_0000).toBe(0b0100_0000);
        expect(last % 64).toBe((key[31] ?? 0) % 64);
        expect(rest).toEqual([...key.slice(1, 31)]);
      }),
    );
  });

  test("leaves the public key as it is", () => {
    fc.assert(
      fc.property(aKey, (key) => {
        expect(publicKeyByLibrary(clamped(key))).toEqual(publicKeyByLibrary(key));
      }),
      { numRuns: 20 },
    );
  });
});

describe("newKeyPair", () => {
  async function expectPair() {
    const { privateKey, publicKey } = await newKeyPair();
    const bytes = new Uint8Array(Buffer.from(privateKey, "base64"));
    expect(bytes).toEqual(clamped(bytes));
    expect(toBase64(bytes)).toBe(privateKey);
    expect(isPublicKey(publicKey)).toBe(true);
    expect(publicKey).toBe(publicKeyByNode(privateKey));
    return privateKey;
  }

  test("makes another clamped private key each time, and its public key", async () => {
    expect(await expectPair()).not.toBe(await expectPair());
  });

  test("does so where the browser cannot", async () => {
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    await expectPair();
  });
});

test("base64 is that of RFC 4648", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    }),
  );
});
