/** The typed client of our own pages: every call goes by a contract entry. */
import { loadScript, ScriptError } from "@/lib/load-script";
import { ApiError, isRefusal, unreachable } from "./api-error";
import type { CallOptions, Optional } from "./call";
import type { Answer, Arguments, Contract } from "./contract";

type SessionEnd = (call: { isWrite: boolean; error: unknown }) => Promise<void>;
let handleSessionEnd: SessionEnd | null = null;

/**
 * Says what is done when the server knows of no session any more: the refused call waits for `handle`, and goes out
 * once more. What `handle` throws is the call's failure. Returns the way back.
 */
export function onSessionEnd(handle: SessionEnd): () => void {
  handleSessionEnd = handle;
  return () => {
    handleSessionEnd = null;
  };
}

let handleAnotherUser: ((username: string) => void) | null = null;

/** Is told who is signed in in place of the person whom the page shows. Returns the way back. */
export function onAnotherUser(handle: (username: string) => void): () => void {
  handleAnotherUser = handle;
  return () => {
    handleAnotherUser = null;
  };
}

/**
 * Calls the endpoints of one domain by the names of their contract entries. Contracts bring schemas and zod with
 * them, for which the first script of a page has no room: they are loaded by the first call.
 * @example export const callUsers = lazyClient(async () => (await import("@/lib/user/contract")).userContract);
 */
export function lazyClient<T extends Record<string, Contract>>(load: () => Promise<T>) {
  /** @throws ApiError for every answer but 200, and with status 0 when there was none */
  return async <Name extends keyof T>(
    name: Name,
    input: Optional<Arguments<T[Name]>> & CallOptions,
  ): Promise<Answer<T[Name]>> => {
    const [{ call }, contracts] = await loadScript(() =>
      Promise.all([import("./call"), load()]),
    ).catch((error: unknown) => {
      throw unreachable(error instanceof ScriptError ? error.message : undefined);
    });
    const contract = contracts[name];
    try {
      return await call(contract, input);
    } catch (error) {
      if (error instanceof ApiError && error.signedInAs !== null)
        handleAnotherUser?.(error.signedInAs);
      // Of signing in itself, and of another bearer, the same refusal means something else.
      const isOther = contract?.who === "anyone" || input.headers?.["Authorization"] !== undefined;
      const isEnd = isRefusal(error, "unauthenticated") && !isOther;
      if (!isEnd || !handleSessionEnd) throw error;
      await handleSessionEnd({ isWrite: contract?.method !== "GET", error });
      return call(contract, input);
    }
  };
}
