import { createLoader, parseAsStringLiteral, type SearchParams } from "nuqs/server";
import type { z } from "zod";
import {
  defineList,
  joinedTexts,
  oneText,
  type WireQuery,
} from "@/components/data-table/list-params";
import type { auditListQuery } from "@/lib/audit/schema";
import { can, type Actor } from "@/lib/permissions";

/** What the endpoint is sent. */
export type AuditListInput = z.input<typeof auditListQuery>;

type AuditSelection = Omit<AuditListInput, "page" | "per_page"> & { sort: "at" };

/** The whole log. The server's order is fixed: newest first. */
export const auditList = defineList<AuditSelection>({
  sorts: ["at"],
  defaultSort: "at",
  defaultOrder: "desc",
  filters: {
    actor: oneText(),
    verb: joinedTexts(),
    target_type: oneText(),
    target: oneText(),
    from: oneText(),
    to: oneText(),
  },
});

export function auditInput({
  page,
  per_page: perPage,
  sort: _sort,
  order: _order,
  ...selection
}: WireQuery<AuditSelection>): AuditListInput {
  return { ...selection, page: String(page), per_page: String(perPage) };
}

/** What is by and about one user. */
export const activityList = defineList<{ sort: "at" }>({
  sorts: ["at"],
  defaultSort: "at",
  defaultOrder: "desc",
  perPage: 25,
  filters: {},
});

export const activitySides = ["about", "by"] as const;
export type ActivitySide = (typeof activitySides)[number];

export const activitySide = parseAsStringLiteral(activitySides).withDefault("about");

const loadSide = createLoader({ show: activitySide });

export async function loadActivity(searchParams: Promise<SearchParams>) {
  return { ...(await activityList.load(searchParams)), ...(await loadSide(searchParams)) };
}

/** Whoever may not read the whole log gets what is by them and what is about them, together. */
export function activityInput(
  actor: Actor,
  username: string,
  { page, per_page, show }: { page: number; per_page: number; show: ActivitySide },
): AuditListInput {
  const side = can(actor, "audit:read-all") ? show : null;
  return {
    page: String(page),
    per_page: String(per_page),
    ...(side === "by" && { actor: username }),
    ...(side === "about" && { target_type: "user", target: username }),
  };
}

/** One thing that entries are about. */
export interface ActivityTarget {
  type: "group" | "role" | "network" | "gateway" | "client-config";
  id: string;
}

export function loadTargetActivity(searchParams: Promise<SearchParams>) {
  return activityList.load(searchParams);
}

/** What happened to one thing. */
export function targetActivityInput(
  { type, id }: ActivityTarget,
  { page, per_page }: { page: number; per_page: number },
): AuditListInput {
  return { page: String(page), per_page: String(per_page), target_type: type, target: id };
}
