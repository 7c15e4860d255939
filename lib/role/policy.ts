/** What may be done to a role, and if not, why not: the service enforces it, the pages show the reason. */
import { allowed, permits, refused, type Actor, type Verdict } from "@/lib/permissions";
import type { UserRole } from "./schema";

/** May the actor change or delete this role? */
export function canChangeRole(actor: Actor, role: Pick<UserRole, "default">): Verdict {
  const write = permits(actor, "roles:write");
  if (!write.allowed) return write;
  return role.default
    ? refused("forbidden", "Default roles cannot be changed or deleted.")
    : allowed;
}
