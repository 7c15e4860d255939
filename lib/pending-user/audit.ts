import { defineAudit, type SnapshotOf } from "@/lib/audit/definition";
import { showsNothing } from "@/lib/wire";

export const pendingUserAudit = defineAudit({
  targetType: "pending-user",
  verbs: ["pending-user.create", "pending-user.approve", "pending-user.reject"],
  keys: [
    "display_name",
    "provider",
    "external_identity_provider_id",
    // Of a request that the same person made before, under another address.
    "replaces",
    "platform_role_id",
    "user_group_ids",
    "reason",
  ],
});

interface Asked {
  username: string;
  displayName: string;
  provider: string;
  subject: string;
}

/** What of a pending user stands in the audit log. */
export function snapshotOf(asked: Asked): SnapshotOf<typeof pendingUserAudit> {
  return {
    display_name: asked.displayName,
    provider: asked.provider,
    external_identity_provider_id: asked.subject,
  };
}

export function targetOf({ username, displayName }: Asked) {
  return { target: username, targetName: showsNothing(displayName) ? username : displayName };
}
