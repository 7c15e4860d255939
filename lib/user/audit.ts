import { defineAudit, type SnapshotOf } from "@/lib/audit/definition";
import type { User } from "./schema";

export const userAudit = defineAudit({
  targetType: "user",
  verbs: [
    "user.create",
    "user.update",
    "user.delete",
    "user.disable",
    "user.enable",
    "user.transfer-super-admin",
    "user.reset-super-admin",
    "user.attach-gateway",
    "user.detach-gateway",
  ],
  keys: [
    "username",
    "display_name",
    "platform_role_id",
    "user_group_ids",
    "remote_gw_ids",
    "account_disabled",
    "is_mfa_enabled",
    "auth_type",
    "external_identity_provider_id",
    // Only that it changed.
    "password",
    // How many of their client configs went along.
    "client_configs",
  ],
});

/** What of a user stands in the audit log. */
export function snapshotOf(user: User): SnapshotOf<typeof userAudit> {
  return {
    username: user.username,
    display_name: user.display_name,
    platform_role_id: user.platform_role_id,
    user_group_ids: Object.keys(user.user_group_ids),
    remote_gw_ids: Object.keys(user.remote_gw_ids),
    account_disabled: user.account_disabled,
    is_mfa_enabled: user.is_mfa_enabled,
    auth_type: user.auth_type,
    external_identity_provider_id: user.external_identity_provider_id,
  };
}
