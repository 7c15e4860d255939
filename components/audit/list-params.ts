import { createLoader, parseAsStringLiteral } from "nuqs/server";
import type { z } from "zod";
import { anyFilter, defineList } from "@/components/data-table/list-params";
import type { auditListQuery } from "@/lib/audit/schema";
import { can, type Actor } from "@/lib/permissions";

/** What the endpoint is sent. */
export type AuditListInput = z.input<typeof auditListQuery>;

/** The whole log. The server's order is fixed: newest first. */
export const auditList = defineList({
  sorts: ["at"],
  defaultSort: "at",
  defaultOrder: "desc",
  perPage: 50,
  filters: {
    actor: anyFilter(),
    verb: anyFilter(),
    target_type: anyFilter(),
    target: anyFilter(),
    from: anyFilter(),
    to: anyFilter(),
  },
});

export type AuditListState = Awaited<ReturnType<typeof auditList.load>>;

/** One value for each filter, which is what the endpoint takes. */
export function auditListInput(state: AuditListState): AuditListInput {
  const { page, per_page, q, actor, verb, target_type, target, from, to } = state;
  return {
    page: String(Math.max(1, page)),
    per_page: String(per_page),
    q: q || undefined,
    actor: actor[0],
    verb: verb[0],
    target_type: target_type[0],
    target: target[0],
    from: from[0],
    to: to[0],
  };
}

/** What is by and about one user. */
export const activityList = defineList({
  sorts: ["at"],
  defaultSort: "at",
  defaultOrder: "desc",
  perPage: 25,
  filters: {},
});

export const activitySides = ["about", "by"] as const;
export type ActivitySide = (typeof activitySides)[number];

export const activitySide = parseAsStringLiteral(activitySides).withDefault("about");

export const loadActivity = createLoader({ ...activityList.query, show: activitySide });

/** Who may not read the whole log is answered what is by and about himself, both together. */
export function activityInput(
  actor: Actor,
  username: string,
  { page, per_page, show }: { page: number; per_page: number; show: ActivitySide },
): AuditListInput {
  const side = can(actor, "audit:read-all") ? show : null;
  return {
    page: String(Math.max(1, page)),
    per_page: String(per_page),
    ...(side === "by" && { actor: username }),
    ...(side === "about" && { target_type: "user", target: username }),
  };
}
