// Entities for tests of pure functions, without a database.
import { isAdministrator, type UserActor, type PlatformRole } from "@/lib/permissions";
import type { User } from "@/lib/user/schema";
import { toIdSet, ZERO_TIME } from "@/lib/wire";

export function userEntity({
  groups = [],
  ...fields
}: Partial<User> & { groups?: string[] }): User {
  const role = fields.platform_role_id ?? "platform-user";
  return {
    username: "somebody",
    external_identity_provider_id: "",
    is_mfa_enabled: false,
    display_name: "",
    account_disabled: false,
    isadmin: isAdministrator(role),
    issuperadmin: role === "super-admin",
    auth_type: "basic_auth",
    remote_gw_ids: {},
    user_group_ids: toIdSet(groups),
    platform_role_id: role,
    network_roles: {},
    last_login_time: ZERO_TIME,
    num_access_tokens: 0,
    created_by: "",
    created_at: "2026-01-01T00:00:00.000Z",
    updated_at: "2026-01-01T00:00:00.000Z",
    ...fields,
  };
}

export function userActor(
  username: string,
  role: PlatformRole,
  identityConfirmedAt = 0,
): UserActor {
  const credential = {
    kind: "session",
    id: "session",
    sessionKind: "api",
    identityConfirmedAt,
    mustEnrolMfa: false,
  } as const;
  return { kind: "user", id: username, username, role, credential, administers: [] };
}
