/** That a recovery code was used to sign in, for the page that says how many are left. */

const KEY = "muster-used-recovery-code";
const EVENT = "muster:used-recovery-code";

export function noteUsedRecoveryCode(): void {
  try {
    sessionStorage.setItem(KEY, "true");
  } catch {
    // Where nothing is kept, the Security page says it.
  }
  window.dispatchEvent(new Event(EVENT));
}

/** Whether one was, since this was asked last. */
export function takeUsedRecoveryCode(): boolean {
  try {
    const isNoted = sessionStorage.getItem(KEY) !== null;
    sessionStorage.removeItem(KEY);
    return isNoted;
  } catch {
    return false;
  }
}

/** Returns the way back. */
export function onUsedRecoveryCode(handle: () => void): () => void {
  window.addEventListener(EVENT, handle);
  return () => {
    window.removeEventListener(EVENT, handle);
  };
}
