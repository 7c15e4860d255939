/** Kinds of secrets that can be guessed; each has throttles of its own. */
export type SecretKind = AccountSecretKind | AddressSecretKind;

/** Wrong ones count for the account and for the client's address. A TOTP and a recovery code are one kind. */
export const accountSecretKinds = ["password", "code", "setup-token"] as const;
export type AccountSecretKind = (typeof accountSecretKinds)[number];

/** Wrong ones count for the client's address only: they name no account, or a stranger could keep its owner out. */
export const addressSecretKinds = ["invite-code", "passkey", "oidc"] as const;
export type AddressSecretKind = (typeof addressSecretKinds)[number];
