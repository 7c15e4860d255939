import type { AuditListInput } from "@/components/audit/list-params";
import { auditQueries } from "@/components/audit/queries";
import { idsIn } from "@/components/audit/wording";
import { auditVocabulary } from "@/components/console/audit/words";
import { firstRead, type FirstRead } from "@/components/console/first-paint";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import type { Context } from "@/lib/context";
import { can } from "@/lib/permissions";
import { firstGroupNames, firstPeopleNames, firstRoleNames, once } from "./first-names";

/** One page of the audit log, with what the people, groups and roles in it are called. */
export function firstEntries(ctx: Context, input: AuditListInput): FirstRead[] {
  const entries = once(async () => listAudit(ctx, auditListQuery.parse(input)));
  const ids = once(async () => idsIn(auditVocabulary, (await entries()).data));
  return [
    firstRead(auditQueries.page(input), entries),
    firstPeopleNames(ctx, async () => (await entries()).data.map(({ actor }) => actor)),
    ...(can(ctx.actor, "groups:read")
      ? [firstGroupNames(ctx, async () => (await ids()).groups)]
      : []),
    ...(can(ctx.actor, "roles:read") ? [firstRoleNames(ctx, async () => (await ids()).roles)] : []),
  ];
}
