/** Kinds of secrets that can be guessed; each has its own throttle. */
export const secretKinds = ["password", "setup-token"] as const;
export type SecretKind = (typeof secretKinds)[number];
