import { defineAudit, type SnapshotOf } from "@/lib/audit/definition";
import type { AccessToken } from "./schema";

/** An entry about a token is an entry about its owner. */
export const tokenAudit = defineAudit({
  targetType: "user",
  verbs: ["token.create", "token.revoke"],
  keys: ["token_name", "expires_at"],
});

/** What of a token stands in the audit log. */
export function snapshotOf({
  name,
  expires_at,
}: Pick<AccessToken, "name" | "expires_at">): SnapshotOf<typeof tokenAudit> {
  return { token_name: name, expires_at };
}
