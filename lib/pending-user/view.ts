import { toWireTime, ZERO_TIME } from "@/lib/wire";
import type { PendingUser } from "./schema";
import type { StoredPendingUser } from "./stored";

/** A pending user as they leave the server: a user who has nothing yet. */
export function toPendingUser(stored: StoredPendingUser): PendingUser {
  return {
    username: stored.username,
    external_identity_provider_id: stored.subject,
    is_mfa_enabled: false,
    display_name: stored.displayName,
    account_disabled: false,
    isadmin: false,
    issuperadmin: false,
    auth_type: "oauth",
    remote_gw_ids: {},
    user_group_ids: {},
    platform_role_id: "",
    network_roles: {},
    last_login_time: toWireTime(stored.lastTriedAt),
    num_access_tokens: 0,
    created_by: "",
    created_at: toWireTime(stored.createdAt),
    updated_at: ZERO_TIME,
    provider: stored.provider,
  };
}
