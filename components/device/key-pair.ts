/** The keys of a device, as WireGuard has them (X25519, RFC 7748). They are made here, and the private one stays here. */
import { loadScript } from "@/lib/load-script";

const KEY_BYTES = 32;
/** The point that public keys are multiples of. */
const BASE_POINT = Uint8Array.of(9, ...new Uint8Array(KEY_BYTES - 1));
/** What goes before a private key in PKCS #8 (RFC 8410, section 7). */
const PKCS8_HEAD = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, KEY_BYTES);

/** Both in base64. */
export interface KeyPair {
  privateKey: string;
  publicKey: string;
}

/** @throws ScriptError where the browser needs a script for it, which did not come */
export async function newKeyPair(): Promise<KeyPair> {
  const privateKey = clamped(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  const publicKey = (await publicKeyByBrowser(privateKey)) ?? (await publicKeyByScript(privateKey));
  return { privateKey: toBase64(privateKey), publicKey: toBase64(publicKey) };
}

/** As `wg genkey` writes it: with the bits set that X25519 takes for set (RFC 7748, section 5). */
export function clamped(privateKey: Uint8Array): Uint8Array {
  return privateKey.map((byte, index) => {
    if (index === 0) return byte & 0b1111_1000;
    return index === KEY_BYTES - 1 ? (byte & 0b0111_1111) | 0b0100_0000 : byte;
  });
}

/** @returns null where the browser cannot: it is too old, or the page came over plain http from another machine */
export async function publicKeyByBrowser(privateKey: Uint8Array): Promise<Uint8Array | null> {
  try {
    const { subtle } = crypto;
    const [own, base] = await Promise.all([
      subtle.importKey("pkcs8", Uint8Array.of(...PKCS8_HEAD, ...privateKey), "X25519", false, [
        "deriveBits",
      ]),
      subtle.importKey("raw", BASE_POINT, "X25519", false, []),
    ]);
    const bits = await subtle.deriveBits({ name: "X25519", public: base }, own, KEY_BYTES * 8);
    return new Uint8Array(bits);
  } catch {
    return null;
  }
}

async function publicKeyByScript(privateKey: Uint8Array): Promise<Uint8Array> {
  const { publicKeyByLibrary } = await loadScript(() => import("./x25519"));
  return publicKeyByLibrary(privateKey);
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
