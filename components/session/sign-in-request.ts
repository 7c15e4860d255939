import { ApiError } from "@/lib/api/api-error";
import type { SignedIn, SignIn } from "@/lib/session/schema";
import { requireCookies, startBrowserSession } from "./browser-session";
import { callSecondFactor, callSessions } from "./calls";
import { Countdown } from "./countdown";
import { tellTabs } from "./other-user";
import type { Refusal } from "./sign-in-refusal";
import { noteUsedRecoveryCode } from "./used-recovery-code";

/** What a right password leaves to do for whoever has MFA. */
export interface SecondStep {
  username: string;
  /** Good for a few minutes and a few tries. It is kept nowhere but in memory. */
  preAuthToken: string;
}

export type SecondFactor = { totp: string } | { recovery_code: string };

/**
 * Makes a session with a password, and hands it to the browser's cookie; or leaves none behind.
 * @returns what is left to do, where the password alone does not let in
 * @throws Error in words for the person
 */
export async function signIn(body: SignIn): Promise<SecondStep | null> {
  await requireCookies();
  const answer = await callSessions("authenticate", { body });
  if ("pre_auth_token" in answer) {
    return { username: answer.user_name, preAuthToken: answer.pre_auth_token };
  }
  await enter(answer);
  return null;
}

/** The second step: a code of the authenticator app, or a recovery code. @throws Error in words for the person */
export async function giveCode(
  { username, preAuthToken }: SecondStep,
  body: SecondFactor,
): Promise<void> {
  const headers = { Authorization: `Bearer ${preAuthToken}` };
  await enter(await callSecondFactor("verifyTotp", { params: { username }, body, headers }));
  if ("recovery_code" in body) noteUsedRecoveryCode();
}

/** Hands a session to the browser's cookie; or leaves none behind. @throws Error in words for the person */
export async function enter({ AuthToken, UserName }: SignedIn): Promise<void> {
  try {
    await startBrowserSession(AuthToken);
  } catch (error) {
    const headers = { Authorization: `Bearer ${AuthToken}` };
    await callSessions("logout", { query: {}, headers }).catch(() => undefined);
    throw error;
  }
  tellTabs(UserName);
}

/** Why it did not work, and how long to wait where one has to. */
export function refusalIn(error: unknown): Refusal {
  const message =
    error instanceof Error ? error.message : "Something went wrong. Try again in a moment.";
  const seconds = error instanceof ApiError ? error.retryAfterSeconds : null;
  if (seconds === null) return { message };
  return { message, wait: { until: Date.now() + seconds * 1000, Countdown } };
}
