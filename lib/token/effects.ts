import "server-only";
import type { Tx } from "@/lib/context";
import * as tokens from "./repository";

/** Revokes all API tokens of these users. */
export async function revokeTokensOf(tx: Tx, userIds: string[]): Promise<void> {
  await tokens.removeByUsers(tx.db, userIds);
}
