/** What browsers do with passkeys (WebAuthn). Loaded when somebody uses one. */
import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
  type AuthenticatorTransport,
} from "@simplewebauthn/browser";
import type { Assertion, Attestation, CreationOptions, RequestOptions } from "@/lib/passkey/schema";

/**
 * Makes a passkey.
 * @param signal ends it
 * @throws Error in words for the person
 */
export async function makePasskey(
  options: CreationOptions,
  signal?: AbortSignal,
): Promise<Attestation> {
  const excludeCredentials = options.excludeCredentials.map(withKnownTransports);
  try {
    return await unlessAborted(signal, () =>
      startRegistration({ optionsJSON: { ...options, excludeCredentials } }),
    );
  } catch (error) {
    throw inWords(error, made);
  }
}

/**
 * Has a passkey answer.
 * @param isOffered the browser offers it in a field, as it does passwords, and waits until one is chosen
 * @param signal ends it
 * @throws Error in words for the person
 */
export async function answerWithPasskey(
  options: RequestOptions,
  { isOffered = false, signal }: { isOffered?: boolean; signal?: AbortSignal } = {},
): Promise<Assertion> {
  const allowCredentials = options.allowCredentials.map(withKnownTransports);
  try {
    return await unlessAborted(signal, () =>
      startAuthentication({
        optionsJSON: { ...options, allowCredentials },
        useBrowserAutofill: isOffered,
      }),
    );
  } catch (error) {
    throw inWords(error, used);
  }
}

/** Whether the browser shows passkeys where it shows passwords (WebAuthn's conditional mediation). */
export const canOfferPasskeys = browserSupportsWebAuthnAutofill;

/** Ends what a passkey is asked for at the moment. */
export function stopAsking(): void {
  WebAuthnAbortService.cancelCeremony();
}

async function unlessAborted<T>(
  signal: AbortSignal | undefined,
  ask: () => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  signal?.addEventListener("abort", stopAsking);
  try {
    return await ask();
  } finally {
    signal?.removeEventListener("abort", stopAsking);
  }
}

/** As browsers have it; TypeScript's library does not describe it yet. */
interface Signals {
  readonly prototype: unknown;
  signalUnknownCredential?: (about: { rpId: string; credentialId: string }) => Promise<void>;
}

/** Tells whoever keeps a passkey that the server does not know it, where the browser can. */
export async function disownPasskey(rpId: string, credentialId: string): Promise<void> {
  const signals: Signals = PublicKeyCredential;
  await signals.signalUnknownCredential?.({ rpId, credentialId }).catch(() => undefined);
}

const transports: readonly AuthenticatorTransport[] = ["ble", "hybrid", "internal", "nfc", "usb"];

/** Browsers take those that they know. */
function withKnownTransports(descriptor: {
  id: string;
  type: "public-key";
  transports: readonly string[];
}) {
  const known = transports.filter((transport) => descriptor.transports.includes(transport));
  return { ...descriptor, transports: known };
}

/** What is said of making or using one, when it did not work. */
interface Outcome {
  failed: string;
  /** Browsers do not tell which it was. */
  notAllowed: string;
}

const made: Outcome = {
  failed: "No passkey was made.",
  notAllowed: "The browser's question was closed or ran out. Try again.",
};
const used: Outcome = {
  failed: "No passkey was used.",
  notAllowed:
    "The browser's question was closed or ran out, or there is no passkey for this server here.",
};

function inWords(error: unknown, { failed, notAllowed }: Outcome): Error {
  if (!browserSupportsWebAuthn()) return new Error("This browser cannot use passkeys here.");
  if (!(error instanceof Error)) return new Error(failed);
  const code = error instanceof WebAuthnError ? error.code : null;
  if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED") {
    return new Error("This device or password manager has a passkey for your account already.");
  }
  if (code === "ERROR_INVALID_RP_ID" || code === "ERROR_INVALID_DOMAIN") {
    return new Error("Passkeys of this server work at another address only.");
  }
  if (error.name === "ConstraintError") {
    return new Error(
      "This device cannot check that it is you. Set up a screen lock, or use another device.",
    );
  }
  if (error.name === "NotAllowedError") return new Error(`${failed} ${notAllowed}`);
  if (error.name === "AbortError") return new Error(failed);
  return new Error(`${failed} The browser or the device could not do it. Try again.`);
}
