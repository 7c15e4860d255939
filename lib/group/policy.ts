/** Who may be put into a group or taken out of it, and if not, why not: the service enforces it, the pages show the reason. */
import { noSuch } from "@/lib/no-such";
import {
  allowed,
  isAdministrator,
  isSelf,
  permits,
  refused,
  type Actor,
  type Verdict,
} from "@/lib/permissions";
import { canChangeUser, type Target } from "@/lib/user/policy";
import { ADMIN_GROUP } from "./built-in";
import type { UserGroup } from "./schema";

/** Does the state of the group allow that its members change here? */
/** @param path the key of the body that a refusal names */
export function stateAllowsMembers(
  {
    name,
    external_identity_provider_id: externalId,
  }: Pick<UserGroup, "name" | "external_identity_provider_id">,
  path = "members",
): Verdict {
  if (externalId === "") return allowed;
  return refused(
    "conflict",
    `The members of "${name}" come from the identity provider and cannot be changed here.`,
    path,
  );
}

/** May the actor take this user out of, or put them into, this group? */
export function canMove(
  actor: Actor,
  user: Target,
  { groupId, isLeaving }: { groupId: string; isLeaving: boolean },
): Verdict {
  if (!permits(actor, "users:write").allowed) return canMoveAsNetworkAdmin(user);
  if (isSelf(actor, user.username)) {
    return refused("forbidden", "You cannot change your own groups.");
  }
  const change = canChangeUser(actor, user);
  if (!change.allowed) return change;
  if (isLeaving && groupId === ADMIN_GROUP && isAdministrator(user.platform_role_id)) {
    return refused("forbidden", "Admins are always members of this group.");
  }
  return allowed;
}

/** To network admins, others than service users do not exist, nor do they themselves. */
function canMoveAsNetworkAdmin({ username, platform_role_id: role }: Target): Verdict {
  return role === "service-user" ? allowed : refused("not_found", noSuchUser(username));
}

export function noSuchUser(username: string): string {
  return noSuch("user", username);
}

/** May this user be in the user group of a network at all? */
export function canBeNetworkUser({ platform_role_id: role }: Target): Verdict {
  return role === "service-user"
    ? allowed
    : refused("conflict", "Only service users are added to a network by name.", "username");
}
