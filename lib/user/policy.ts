/** What may be done to a user, and if not, why not: the service enforces it, the pages show the reason. */
import { ADMIN_GROUP } from "@/lib/group/built-in";
import {
  allowed,
  isAdministrator,
  isSelf,
  permits,
  refused,
  type Actor,
  type PlatformRole,
  type Verdict,
} from "@/lib/permissions";
import type { User, UserUpdate } from "./schema";

export type Target = Pick<User, "username" | "platform_role_id">;

/** May the actor change this user at all? */
export function canChangeUser(actor: Actor, target: Target): Verdict {
  if (isSelf(actor, target.username)) return allowed;
  const write = permits(actor, "users:write");
  if (!write.allowed) return write;
  if (target.platform_role_id === "super-admin") {
    return refused("forbidden", "Only the super admin can change the super admin's account.");
  }
  if (target.platform_role_id === "admin" && isAdmin(actor)) {
    return refused("forbidden", "Only the super admin can change other admins.");
  }
  return allowed;
}

export function canDeleteUser(actor: Actor, target: Target): Verdict {
  if (isSelf(actor, target.username)) return refused("forbidden", "You cannot delete yourself.");
  return canChangeUser(actor, target);
}

/** Enabling and disabling follow the same rule. */
export function canSetDisabled(actor: Actor, target: Target): Verdict {
  if (isSelf(actor, target.username)) {
    return refused("forbidden", "You cannot enable or disable yourself.");
  }
  return canChangeUser(actor, target);
}

/** May the actor see and lift the wait after this user's failed sign-ins? */
export function canManageThrottle(actor: Actor, target: Target): Verdict {
  if (actor.kind === "server") return allowed;
  if (target.platform_role_id === "super-admin") {
    return refused(
      "forbidden",
      "The super admin is unblocked on the server's machine, with npm run admin -- lift-throttle.",
    );
  }
  if (isSelf(actor, target.username)) {
    return refused("forbidden", "You cannot see or end your own block after failed sign-ins.");
  }
  return canChangeUser(actor, target);
}

/** May the actor give this platform role to somebody? */
export function canGiveRole(actor: Actor, role: PlatformRole): Verdict {
  if (role === "super-admin") {
    return refused(
      "forbidden",
      "The super admin role cannot be given. It is handed over by its holder.",
    );
  }
  if (role === "admin" && isAdmin(actor)) {
    return refused("forbidden", "Only the super admin can make somebody an admin.");
  }
  return permits(actor, "users:write");
}

function isAdmin(actor: Actor): boolean {
  return actor.kind === "user" && actor.role === "admin";
}

/** May the actor make this change to this user? */
export function canUpdateUser(actor: Actor, target: User, input: UserUpdate): Verdict {
  const change = canChangeUser(actor, target);
  if (!change.allowed) return change;
  if (isSelf(actor, target.username)) return canUpdateSelf(target, input);
  const role = input.platform_role_id;
  return role === undefined || role === target.platform_role_id
    ? allowed
    : canGiveRole(actor, role);
}

function canUpdateSelf(target: User, input: UserUpdate): Verdict {
  const { platform_role_id: role, account_disabled: isDisabled } = input;
  if (role !== undefined && role !== target.platform_role_id) {
    return refused("forbidden", "You cannot change your own role.");
  }
  if (isDisabled !== undefined && isDisabled !== target.account_disabled) {
    return refused("forbidden", "You cannot enable or disable yourself.");
  }
  const { added, removed } = membershipChange(target, groupsAfter(target, input));
  if (added.length + removed.length > 0) {
    return refused("forbidden", "You cannot change your own groups.");
  }
  return allowed;
}

/** Whether the change takes TOTP away; nobody does that to others with it. */
export function switchesMfaOff(actor: Actor, target: User, input: UserUpdate): boolean {
  const isOff = input.is_mfa_enabled === false && target.is_mfa_enabled;
  return isOff && isSelf(actor, target.username);
}

/** Does the state of the account, and of the server, allow this change? */
export function stateAllowsUpdate(
  actor: Actor,
  target: User,
  input: UserUpdate,
  { isMfaEnforced = false }: { isMfaEnforced?: boolean } = {},
): Verdict {
  if (input.password !== undefined && target.auth_type === "oauth") {
    return refused(
      "conflict",
      "This account signs in with single sign-on and has no password.",
      "password",
    );
  }
  const wantsMfa = input.is_mfa_enabled === true && !target.is_mfa_enabled;
  if (isSelf(actor, target.username) && wantsMfa) {
    return refused(
      "conflict",
      "MFA is switched on by enrolling an authenticator app.",
      "is_mfa_enabled",
    );
  }
  if (isMfaEnforced && switchesMfaOff(actor, target, input)) {
    return refused(
      "conflict",
      "This server asks everyone for MFA. You can change to another authenticator app instead.",
      "is_mfa_enabled",
    );
  }
  return allowed;
}

/** May the role of the super admin be handed to this user? The state decides, not a right. */
export function canBecomeSuperAdmin(target: User): Verdict {
  if (target.platform_role_id === "admin" && !target.account_disabled) return allowed;
  return refused("conflict", "Only an enabled admin can become the super admin.");
}

/** The groups that a new user is put into: administrators always into the admin group too. */
export function groupsOfNew(role: PlatformRole, groupIds: readonly string[]): string[] {
  return [...new Set(isAdministrator(role) ? [...groupIds, ADMIN_GROUP] : groupIds)];
}

/**
 * The groups that a user is in after a change: administrators are always in the admin group, and whoever
 * stops being one leaves it even when the same change lists it.
 */
export function groupsAfter(target: User, input: UserUpdate): string[] {
  const role = input.platform_role_id ?? target.platform_role_id;
  const groups = new Set(input.user_group_ids ?? Object.keys(target.user_group_ids));
  if (isAdministrator(role)) groups.add(ADMIN_GROUP);
  else if (isAdministrator(target.platform_role_id)) groups.delete(ADMIN_GROUP);
  return [...groups].sort();
}

export function membershipChange(target: Pick<User, "user_group_ids">, groups: readonly string[]) {
  const before = new Set(Object.keys(target.user_group_ids));
  const after = new Set(groups);
  return {
    added: groups.filter((id) => !before.has(id)),
    removed: [...before].filter((id) => !after.has(id)),
  };
}
