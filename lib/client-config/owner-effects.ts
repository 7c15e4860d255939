// What becomes of client configs with their owners, who are locked.
import "server-only";
import type { Context, Tx } from "@/lib/context";
import * as owned from "./owner-repository";

/** How many client configs go, or are switched, by the id of their owner. */
export type ConfigCounts = owned.Counts;

interface Deletion {
  ownerIds: readonly string[];
  /** The plain ones too, which else stay without an owner. */
  takesPlain: boolean;
}

/** Removes the client configs of users who are about to be deleted, and leaves to nobody those that stay. */
export async function releaseConfigs(
  { db, now }: Tx,
  { ownerIds, takesPlain }: Deletion,
): Promise<ConfigCounts> {
  await owned.lockOwned(db, ownerIds);
  const gone = await owned.removeOwned(db, going({ ownerIds, takesPlain }));
  if (!takesPlain) await owned.disownAll(db, ownerIds, now);
  return gone;
}

/** What {@link releaseConfigs} would remove. */
export function countGoing({ db }: Pick<Context, "db">, deletion: Deletion): Promise<ConfigCounts> {
  return owned.countOwned(db, going(deletion));
}

function going({ ownerIds, takesPlain }: Deletion): owned.Owned {
  return takesPlain ? { ownerIds } : { ownerIds, isDevice: true };
}

interface Switching {
  ownerIds: readonly string[];
  isEnabled: boolean;
}

/** Switches all client configs of users on or off. That they have the gateways holds for every owner. */
export async function switchConfigs(
  { db, now }: Tx,
  { ownerIds, isEnabled }: Switching,
): Promise<ConfigCounts> {
  await owned.lockOwned(db, ownerIds);
  return owned.switchOwned(db, { ownerIds, isEnabled, now });
}

/** What {@link switchConfigs} would switch. */
export function countSwitched(
  { db }: Pick<Context, "db">,
  { ownerIds, isEnabled }: Switching,
): Promise<ConfigCounts> {
  return owned.countOwned(db, { ownerIds, isEnabled: !isEnabled });
}
