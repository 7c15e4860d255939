/** Signing in with a passkey alone. Loaded when the page can offer it, or somebody asks for it. */
import { requireCookies } from "@/components/session/browser-session";
import { enter } from "@/components/session/sign-in-request";
import type { Assertion, RequestOptions } from "@/lib/passkey/schema";
import { answerWithPasskey, canOfferPasskeys, stopAsking } from "./browser";
import { callPasskeys } from "./calls";

/** Makes a session, and hands it to the browser's cookie. @throws Error in words for the person */
export async function signInWithPasskey(): Promise<void> {
  const { options, goodUntil } = await askServer();
  await comeIn(await answerWithPasskey(options), goodUntil);
}

/** By the clock: timers sleep when the machine does. */
const LOOK_EVERY_MS = 10_000;

/**
 * Has the browser offer passkeys in the field of the username, as it does passwords, until one is chosen.
 * @param signal ends the offer
 * @returns what signs in with the one that was chosen; null when none was, which nobody has asked for
 */
export async function offerPasskey(signal: AbortSignal): Promise<(() => Promise<void>) | null> {
  if (!(await canOfferPasskeys())) return null;
  for (;;) {
    const asked = await askServer(signal).catch(() => null);
    if (!asked || signal.aborted) return null;
    const { options, goodUntil } = asked;
    const staleAt = goodUntil - 2 * LOOK_EVERY_MS;
    const timer = setInterval(() => {
      if (Date.now() > staleAt) stopAsking();
    }, LOOK_EVERY_MS);
    const answering = answerWithPasskey(options, { isOffered: true, signal });
    const credential = await answering.catch(() => null);
    clearInterval(timer);
    if (credential) return () => comeIn(credential, goodUntil);
    if (Date.now() <= staleAt) return null;
  }
}

interface Asked {
  options: RequestOptions;
  /** Milliseconds since the epoch. */
  goodUntil: number;
}

async function askServer(signal?: AbortSignal): Promise<Asked> {
  const options = await callPasskeys("signInOptions", { ...(signal && { signal }) });
  return { options, goodUntil: Date.now() + options.timeout };
}

async function comeIn(credential: Assertion, goodUntil: number): Promise<void> {
  if (Date.now() > goodUntil) throw new Error("That took too long. Use your passkey again.");
  // Not before: while a passkey is only offered, another way in may be on its way, with a token of its own.
  await requireCookies();
  await enter(await callPasskeys("signIn", { body: { credential } }));
}
