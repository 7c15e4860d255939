/** Remembers, in this browser, which resets somebody has been told of: of the super admin's password, and of MFA. */
export const RESET_SEEN_COOKIE = "muster-reset-seen";
export const MFA_RESET_SEEN_COOKIE = "muster-mfa-reset-seen";
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** @param cookie which kind of reset */
export function rememberReset(cookie: string, id: string): void {
  document.cookie = `${cookie}=${id}; path=/; max-age=${String(YEAR_SECONDS)}; samesite=lax`;
}
