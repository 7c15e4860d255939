/** Remembers, in this browser, which reset of the super admin's password its owner has been told of. */
export const RESET_SEEN_COOKIE = "muster-reset-seen";
const YEAR_SECONDS = 365 * 24 * 60 * 60;

export function rememberReset(id: string): void {
  document.cookie = `${RESET_SEEN_COOKIE}=${id}; path=/; max-age=${String(YEAR_SECONDS)}; samesite=lax`;
}
