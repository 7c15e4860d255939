import "server-only";
import type { Context } from "@/lib/context";
import { authorize } from "@/lib/authorize";
import { can } from "@/lib/permissions";
import * as entries from "./repository";
import type { AuditEntry, AuditListQuery, AuditPage } from "./schema";

/** One page of the log, newest first: all of it for who may read it all, else what is by or about the actor. */
export async function listAudit(ctx: Context, query: AuditListQuery): Promise<AuditPage> {
  authorize(ctx, "audit:read");
  return entries.findPage(ctx.db, scopeOf(ctx), query);
}

/** The whole selection in batches, whatever its page. */
export function exportAudit(ctx: Context, query: AuditListQuery): AsyncIterable<AuditEntry[]> {
  authorize(ctx, "audit:read");
  return entries.findBatches(ctx.db, scopeOf(ctx), query);
}

/** When something last happened, and the id of its entry; null when it never did. */
export async function latestAudit(ctx: Context, verb: string): Promise<entries.Occasion | null> {
  authorize(ctx, "audit:read-all");
  return entries.findLatest(ctx.db, verb);
}

/** As {@link latestAudit}, of what others did to the actor since then. */
export async function latestAboutOwn(
  ctx: Context,
  { verb, since }: { verb: string; since: Date },
): Promise<entries.Occasion | null> {
  authorize(ctx, "audit:read");
  const { actor } = ctx;
  if (actor.kind !== "user") return null;
  return entries.findLatestAbout(ctx.db, { userId: actor.id, verb, since });
}

function scopeOf({ actor }: Context): entries.AuditScope {
  if (can(actor, "audit:read-all") || actor.kind !== "user") return { kind: "all" };
  return { kind: "user", userId: actor.id };
}
