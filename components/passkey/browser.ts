/** What browsers do with passkeys (WebAuthn). Loaded when somebody uses one. */
import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
  type AuthenticatorTransport,
} from "@simplewebauthn/browser";
import type { Assertion, Attestation, CreationOptions, RequestOptions } from "@/lib/passkey/schema";

/** Makes a passkey. @throws Error in words for the person */
export async function makePasskey(options: CreationOptions): Promise<Attestation> {
  const excludeCredentials = options.excludeCredentials.map(withKnownTransports);
  try {
    return await startRegistration({ optionsJSON: { ...options, excludeCredentials } });
  } catch (error) {
    throw inWords(error, "No passkey was made.");
  }
}

/**
 * Has a passkey answer.
 * @param isOffered the browser offers it in a field, as it does passwords, and waits until one is chosen
 * @throws Error in words for the person
 */
export async function answerWithPasskey(
  options: RequestOptions,
  { isOffered = false } = {},
): Promise<Assertion> {
  const allowCredentials = options.allowCredentials.map(withKnownTransports);
  try {
    return await startAuthentication({
      optionsJSON: { ...options, allowCredentials },
      useBrowserAutofill: isOffered,
    });
  } catch (error) {
    throw inWords(error, "No passkey was used.");
  }
}

/** Whether the browser shows passkeys where it shows passwords (WebAuthn's conditional mediation). */
export const canOfferPasskeys = browserSupportsWebAuthnAutofill;

/** Ends what a passkey is asked for at the moment. */
export function stopAsking(): void {
  WebAuthnAbortService.cancelCeremony();
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

function inWords(error: unknown, outcome: string): Error {
  if (!(error instanceof Error)) return new Error(outcome);
  if (
    error instanceof WebAuthnError &&
    error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED"
  ) {
    return new Error("This device or password manager has a passkey for your account already.");
  }
  if (error.name === "NotAllowedError") {
    return new Error(`${outcome} The browser was told to stop, or waited too long. Try again.`);
  }
  if (error.name === "AbortError") return new Error(outcome);
  return new Error(`${outcome} The browser says: ${error.message}`);
}
