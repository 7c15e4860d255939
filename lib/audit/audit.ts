import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/lib/context";
import { actorName } from "@/lib/permissions";
import type { AuditDefinition, Snapshot } from "./definition";
import * as entries from "./repository";

export interface Change<Verb extends string = string, Key extends string = string> {
  verb: Verb;
  target: string;
  /** Its name at this time; the same as `target` where it has no other. */
  targetName: string;
  /** Set when the target is a user, so that an entry stays theirs whatever becomes of the name. */
  targetUserId?: string;
  /** Null when the change creates the target. */
  before: Snapshot<Key> | null;
  /** Null when the change deletes the target. */
  after: Snapshot<Key> | null;
}

/**
 * Writes one entry in the open transaction, with the changed keys only; no change, no entry.
 * @throws an error when the domain did not declare the verb or a key
 */
export async function audit<Verb extends string, Key extends string>(
  tx: Tx,
  definition: AuditDefinition<Verb, Key>,
  change: Change<NoInfer<Verb>, NoInfer<Key>>,
): Promise<void> {
  await auditMany(tx, definition, [change]);
}

/** As {@link audit}, in one statement however many changes there are. */
export async function auditMany<Verb extends string, Key extends string>(
  tx: Tx,
  definition: AuditDefinition<Verb, Key>,
  changes: readonly Change<NoInfer<Verb>, NoInfer<Key>>[],
): Promise<void> {
  for (const change of changes) checkDeclared(definition, change);
  const news = changes.flatMap((change) => {
    const difference = differenceOf(change);
    return difference ? [{ ...change, ...difference }] : [];
  });
  if (news.length === 0) return;
  const { actor, client, now, requestId } = tx;
  const common = {
    at: now,
    actor: actorName(actor),
    actorId: "id" in actor ? actor.id : null,
    targetType: definition.targetType,
    ip: client.ip,
    userAgent: client.userAgent,
    requestId,
  };
  await entries.createMany(
    tx.db,
    news.map(({ targetUserId = null, ...entry }) => ({
      ...common,
      ...entry,
      targetUserId,
      id: uuidv7({ msecs: now.getTime() }),
    })),
  );
}

/** Types promise it; what is spread into a snapshot may bring more than they see. */
function checkDeclared({ verbs, keys }: AuditDefinition, { verb, before, after }: Change): void {
  if (!verbs.includes(verb)) throw new Error(`No domain declares the audit verb "${verb}".`);
  const unknown = Object.keys({ ...before, ...after }).find((key) => !keys.includes(key));
  if (unknown !== undefined)
    throw new Error(`"${unknown}" may not stand in an entry of "${verb}".`);
}

function differenceOf({ before, after }: Change): Pick<Change, "before" | "after"> | null {
  if (!before || !after) return { before, after };
  const keys = Object.keys({ ...before, ...after }).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (keys.length === 0) return null;
  return { before: pick(before, keys), after: pick(after, keys) };
}

function pick(snapshot: Snapshot, keys: readonly string[]): Snapshot {
  return Object.fromEntries(
    keys.filter((key) => key in snapshot).map((key) => [key, snapshot[key]]),
  );
}
