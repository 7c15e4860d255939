import { ApiError } from "@/lib/api/api-error";
import type { SignIn } from "@/lib/session/schema";
import { requireCookies, startBrowserSession } from "./browser-session";
import { callSessions } from "./calls";
import { tellTabs } from "./other-user";

/** Makes a session with a password, and hands it to the browser's cookie; or leaves none behind. @throws ApiError */
export async function signIn(body: SignIn): Promise<void> {
  await requireCookies();
  const answer = await callSessions("authenticate", { body });
  if (!("AuthToken" in answer)) throw new TypeError("This page asks for no code yet.");
  const { AuthToken, UserName } = answer;
  try {
    await startBrowserSession(AuthToken);
  } catch (error) {
    const headers = { Authorization: `Bearer ${AuthToken}` };
    await callSessions("logout", { query: {}, headers }).catch(() => undefined);
    throw error;
  }
  tellTabs(UserName);
}

export function waitSecondsOf(error: unknown): number | null {
  return error instanceof ApiError ? error.retryAfterSeconds : null;
}
