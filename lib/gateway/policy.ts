/** Who may be attached to a gateway, and if not, why not: the service enforces it, the pages show the reason. */
import { noSuchUser } from "@/lib/group/policy";
import {
  allowed,
  isAdministrator,
  permits,
  refused,
  type Actor,
  type Verdict,
} from "@/lib/permissions";
import type { User } from "@/lib/user/schema";

type Target = Pick<User, "username" | "platform_role_id">;

/** May the actor attach or detach this user at all? To network admins nobody exists but service users. */
export function canChangeAttachments(
  actor: Actor,
  { username, platform_role_id: role }: Target,
): Verdict {
  const isNamed = permits(actor, "users:write").allowed || role === "service-user";
  return isNamed ? allowed : refused("not_found", noSuchUser(username));
}

/** Does the state of the account allow that they are attached? */
export function canBeAttached({
  platform_role_id: role,
}: Pick<Target, "platform_role_id">): Verdict {
  return isAdministrator(role)
    ? refused("conflict", "Admins have every gateway already.")
    : allowed;
}

/** Is there an attachment to take away? */
export function canBeDetached(
  { username, remote_gw_ids: attached }: Pick<User, "username" | "remote_gw_ids">,
  gatewayId: string,
): Verdict {
  return gatewayId in attached
    ? allowed
    : refused("not_found", `"${username}" is not attached to this gateway.`);
}
