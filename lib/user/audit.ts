import type { Snapshot } from "@/lib/audit/audit";
import type { User } from "./schema";

/** What of a user stands in the audit log. */
export function snapshotOf(user: User): Snapshot {
  return {
    username: user.username,
    display_name: user.display_name,
    platform_role_id: user.platform_role_id,
    user_group_ids: Object.keys(user.user_group_ids),
    account_disabled: user.account_disabled,
    is_mfa_enabled: user.is_mfa_enabled,
    auth_type: user.auth_type,
    external_identity_provider_id: user.external_identity_provider_id,
  };
}
