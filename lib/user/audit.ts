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
    // How many of each went with the user, or were switched.
    "attachments",
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

/** What an entry holds of a user who is deleted, and of what goes along. */
export function deletionOf(user: User, configs = 0): SnapshotOf<typeof userAudit> {
  const attachments = Object.keys(user.remote_gw_ids).length;
  return {
    ...snapshotOf(user),
    ...(attachments > 0 && { attachments }),
    ...(configs > 0 && { client_configs: configs }),
  };
}

/** The entry of a user who is enabled or disabled, or only has their client configs switched so. */
export function statusChange(
  { account_disabled: wasDisabled }: User,
  { isDisabled, configs = 0 }: { isDisabled: boolean; configs?: number | undefined },
) {
  return {
    verb: isDisabled ? "user.disable" : "user.enable",
    before: { account_disabled: wasDisabled, ...(configs > 0 && { client_configs: configs }) },
    after: { account_disabled: isDisabled },
  } as const;
}
