/** What a passkey's schema is made of, for pages, which load it without zod. */
export const MAX_PASSKEY_NAME = 64;
/** Of one user, at one address of the server. */
export const MAX_PASSKEYS = 20;
