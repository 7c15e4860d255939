/** Only ever loaded with `import()`, by browsers that cannot do it themselves. */
import { x25519 } from "@noble/curves/ed25519.js";

export function publicKeyByLibrary(privateKey: Uint8Array): Uint8Array {
  return x25519.getPublicKey(privateKey);
}
