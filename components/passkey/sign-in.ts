/** Signing in with a passkey alone. Loaded when the page can offer it, or somebody asks for it. */
import { requireCookies } from "@/components/session/browser-session";
import { enter } from "@/components/session/sign-in-request";
import { ApiError } from "@/lib/api/api-error";
import { answerWithPasskey, canOfferPasskeys, stopAsking } from "./browser";
import { callPasskeys } from "./calls";

/** Makes a session, and hands it to the browser's cookie. @throws Error in words for the person */
export async function signInWithPasskey({ isOffered = false } = {}): Promise<void> {
  const options = await callPasskeys("signInOptions", {});
  const credential = await answerWithPasskey(options, { isOffered });
  // Not before: while a passkey is only offered, another way in may be on its way, with a token of its own.
  await requireCookies();
  await enter(await callPasskeys("signIn", { body: { credential } }));
}

/** What was asked is good for 5 minutes, and a page may stand open for longer. */
const ASK_ANEW_MS = 4.5 * 60_000;

/**
 * Has the browser offer passkeys in the field of the username, as it does passwords, until one is chosen or something
 * else asks for one.
 * @param onRefused why the one that was chosen did not let in
 * @returns whether one let in
 */
export async function offerPasskey(onRefused: (message: string) => void): Promise<boolean> {
  let isStale = await canOfferPasskeys();
  while (isStale) {
    isStale = false;
    const timer = setTimeout(() => {
      isStale = true;
      stopAsking();
    }, ASK_ANEW_MS);
    try {
      await signInWithPasskey({ isOffered: true });
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) continue;
      onRefused(error.message);
      isStale = error.status === 401;
    } finally {
      clearTimeout(timer);
    }
  }
  return false;
}
