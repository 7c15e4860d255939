import { z } from "zod";
import { usernamePath } from "@/lib/user/schema";
import { nameInput, text, wireTime } from "@/lib/wire-schemas";
import { MAX_PASSKEY_NAME } from "./values";

export const passkey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    created_at: wireTime,
    /** The zero time until it is used. */
    last_used: wireTime,
    /** Whether it is kept in more places than one device. */
    backed_up: z.boolean(),
  })
  .meta({ id: "Passkey" });
export type Passkey = z.infer<typeof passkey>;

export const passkeyPath = usernamePath.extend({ id: z.string() });

export const passkeyName = nameInput("A passkey's name", MAX_PASSKEY_NAME);
export const passkeyUpdate = z.object({ name: passkeyName });

const base64url = z.string().regex(/^[\w-]+={0,2}$/, "This must be base64url.");
const common = { id: base64url, rawId: base64url, type: z.literal("public-key") };

/** What a browser answers to creation options (WebAuthn's `RegistrationResponseJSON`), as far as it is read. */
export const attestation = z
  .object({
    ...common,
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(text()).nullish(),
    }),
  })
  .meta({ id: "PasskeyAttestation" });
export type Attestation = z.output<typeof attestation>;

/** What a browser answers to request options (WebAuthn's `AuthenticationResponseJSON`), as far as it is read. */
export const assertion = z
  .object({
    ...common,
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.nullish(),
    }),
  })
  .meta({ id: "PasskeyAssertion" });
export type Assertion = z.output<typeof assertion>;

export const passkeyCreate = z.object({ name: passkeyName, credential: attestation });
export type PasskeyCreate = z.output<typeof passkeyCreate>;

export const passkeySignIn = z.object({ credential: assertion });

const descriptor = z.object({
  id: z.string(),
  type: z.literal("public-key"),
  transports: z.array(z.string()),
});

/** WebAuthn's `PublicKeyCredentialCreationOptionsJSON`. */
export const creationOptions = z
  .object({
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: z.string(),
    pubKeyCredParams: z.array(z.object({ type: z.literal("public-key"), alg: z.int() })),
    timeout: z.int(),
    excludeCredentials: z.array(descriptor),
    authenticatorSelection: z.object({
      residentKey: z.literal("required"),
      requireResidentKey: z.literal(true),
      userVerification: z.literal("required"),
    }),
    attestation: z.literal("none"),
  })
  .meta({ id: "PasskeyCreationOptions" });
export type CreationOptions = z.infer<typeof creationOptions>;

/** WebAuthn's `PublicKeyCredentialRequestOptionsJSON`. */
export const requestOptions = z
  .object({
    rpId: z.string(),
    challenge: z.string(),
    timeout: z.int(),
    /** Empty where no account is named: whatever passkeys there are. */
    allowCredentials: z.array(descriptor),
    userVerification: z.literal("required"),
  })
  .meta({ id: "PasskeyRequestOptions" });
export type RequestOptions = z.infer<typeof requestOptions>;
