import "server-only";
import type { Context, Tx } from "@/lib/context";
import * as passkeys from "./repository";

/** @param rpId the host that they work at */
export function countPasskeys({ db }: Context, userId: string, rpId: string): Promise<number> {
  return passkeys.countByUser(db, userId, rpId);
}

/** Removes all passkeys of a user, whatever host they work at. @returns how many there were */
export function dropPasskeys({ db }: Tx, userId: string): Promise<number> {
  return passkeys.removeByUser(db, userId);
}
