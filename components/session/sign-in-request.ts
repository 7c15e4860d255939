import { ApiError, call } from "@/lib/api/client";
import { sessionContract } from "@/lib/session/contract";
import type { SignIn } from "@/lib/session/schema";
import { startBrowserSession } from "./browser-session";

/** Makes a session with a password, and hands it to the browser's cookie. @throws ApiError */
export async function signIn(body: SignIn): Promise<void> {
  const { AuthToken } = await call(sessionContract.authenticate, { body });
  await startBrowserSession(AuthToken);
}

export function waitSecondsOf(error: unknown): number | null {
  return error instanceof ApiError ? error.retryAfterSeconds : null;
}
