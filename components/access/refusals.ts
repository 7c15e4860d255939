/** Why somebody's groups and attachments cannot be changed here, in words; null where they can. */
import { networkOfUserGroup } from "@/lib/group/built-in";
import { canMove } from "@/lib/group/policy";
import { canBeAttached, canChangeAttachments } from "@/lib/gateway/policy";
import { can, permits, reasonOf, visibleNetworks, type Actor } from "@/lib/permissions";
import type { Target } from "@/lib/user/policy";

export function joiningRefusal(actor: Actor, target: Target): string | null {
  const write = reasonOf(permits(actor, "users:write"));
  return write ?? reasonOf(canMove(actor, target, { groupId: "", isLeaving: false }));
}

export function leavingRefusal(actor: Actor, target: Target, groupId: string): string | null {
  const move = () => reasonOf(canMove(actor, target, { groupId, isLeaving: true }));
  if (can(actor, "users:write")) return move();
  const network = networkOfUserGroup(groupId);
  if (network === null) return reasonOf(permits(actor, "users:write"));
  return reasonOf(permits(actor, "members:manage", { network })) ?? move();
}

/** Networks are joined by name by service users only, whom network admins may let in too. */
export function networkJoiningRefusal(actor: Actor, target: Target): string | null {
  if (target.platform_role_id !== "service-user") {
    return "Only service users are added to a network by name. Use a group.";
  }
  if (can(actor, "users:write")) return joiningRefusal(actor, target);
  const networks = visibleNetworks(actor);
  const [first] = networks === "all" ? [] : networks;
  return reasonOf(permits(actor, "members:manage", first === undefined ? {} : { network: first }));
}

export function attachingRefusal(actor: Actor, target: Target): string | null {
  return detachingRefusal(actor, target) ?? reasonOf(canBeAttached(target));
}

/** @param network of the gateway; absent while none is chosen */
export function detachingRefusal(actor: Actor, target: Target, network?: string): string | null {
  const manage = permits(actor, "attachments:manage", network === undefined ? {} : { network });
  return reasonOf(manage) ?? reasonOf(canChangeAttachments(actor, target));
}
