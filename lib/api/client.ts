/** The typed client of our own pages: every call goes by a contract entry. */
import { loadScript, ScriptError } from "@/lib/load-script";
import { unreachable } from "./api-error";
import type { CallOptions, Optional } from "./call";
import type { Answer, Arguments, Contract } from "./contract";

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
    return call(contracts[name], input);
  };
}
