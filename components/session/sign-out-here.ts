import { isRefusal } from "@/lib/api/api-error";
import { endBrowserSession } from "./browser-session";
import { callSessions } from "./calls";

/** Ends the session of this browser, from a page outside the console. @throws ApiError */
export async function signOutHere(): Promise<void> {
  await callSessions("logout", { query: {} }).catch((error: unknown) => {
    if (!isRefusal(error, "unauthenticated")) throw error;
  });
  await endBrowserSession();
}
