import { ApiError } from "@/lib/api/api-error";
import type { SignIn } from "@/lib/session/schema";
import { startBrowserSession } from "./browser-session";
import { callSessions } from "./calls";

/** Makes a session with a password, and hands it to the browser's cookie. @throws ApiError */
export async function signIn(body: SignIn): Promise<void> {
  const { AuthToken } = await callSessions("authenticate", { body });
  await startBrowserSession(AuthToken);
}

export function waitSecondsOf(error: unknown): number | null {
  return error instanceof ApiError ? error.retryAfterSeconds : null;
}
