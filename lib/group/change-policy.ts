/** Whether a group may be changed as a whole. Apart from who is in it: the pages of a group ask this at first. */
import { allowed, permits, refused, type Actor, type Verdict } from "@/lib/permissions";
import type { UserGroup } from "./schema";

/** May the actor change or delete this group? Its members are another question. */
export function canChangeGroup(actor: Actor, group: Pick<UserGroup, "default">): Verdict {
  const write = permits(actor, "groups:write");
  if (!write.allowed) return write;
  return group.default
    ? refused("forbidden", "Default groups cannot be changed or deleted, only their members.")
    : allowed;
}
