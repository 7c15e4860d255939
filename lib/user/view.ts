/** How a user looks to whom. */
import { can, type Actor } from "@/lib/permissions";
import { ZERO_TIME } from "@/lib/wire";
import type { User } from "./schema";

/** The groups and gateways that lie in the networks of whoever looks. */
export interface Sight {
  groups: ReadonlySet<string>;
  gateways: ReadonlySet<string>;
}

const nothing: Sight = { groups: new Set(), gateways: new Set() };

/** The whole user for whoever may read them; for network admins what they need to know of others. */
export function userSeenBy(actor: Actor, user: User, sight = nothing): User {
  const isLimited = actor.kind === "user" && !can(actor, "users:read", { user: user.username });
  return isLimited ? partOf(user, sight) : user;
}

function partOf(user: User, { groups, gateways }: Sight): User {
  return {
    username: user.username,
    display_name: user.display_name,
    platform_role_id: user.platform_role_id,
    account_disabled: user.account_disabled,
    created_at: user.created_at,
    auth_type: user.auth_type,
    isadmin: user.isadmin,
    issuperadmin: user.issuperadmin,
    user_group_ids: only(user.user_group_ids, groups),
    remote_gw_ids: only(user.remote_gw_ids, gateways),
    external_identity_provider_id: "",
    is_mfa_enabled: false,
    network_roles: {},
    last_login_time: ZERO_TIME,
    num_access_tokens: 0,
    created_by: "",
    updated_at: ZERO_TIME,
  };
}

function only(ids: User["user_group_ids"], seen: ReadonlySet<string>): User["user_group_ids"] {
  return Object.fromEntries(Object.entries(ids).filter(([id]) => seen.has(id)));
}
