import "server-only";
import { relyingPartyId } from "@/lib/auth/relying-party";
import type { Context, Tx } from "@/lib/context";
import * as passkeys from "./repository";

/** How many passkeys of a user work at this address. */
export async function countUsablePasskeys(ctx: Context, userId: string): Promise<number> {
  const rpId = relyingPartyId(ctx);
  return rpId === null ? 0 : passkeys.count(ctx.db, userId, rpId);
}

/** Removes all passkeys of a user, whatever host they work at. @returns how many there were */
export function dropPasskeys({ db }: Tx, userId: string): Promise<number> {
  return passkeys.removeByUser(db, userId);
}
