/** What may be done with an invite, and if not, why not: the service enforces it, the pages show the reason. */
import { allowed, refused, type Actor, type Verdict } from "@/lib/permissions";
import { canGiveRole } from "@/lib/user/policy";
import type { UserInvite } from "./schema";

interface Resend {
  /** The old link ends, and the invite is good for as long as a new one. */
  isNewLink: boolean;
  isMailConfigured: boolean;
  now: Date;
}

type Target = Pick<UserInvite, "platform_role_id"> & { expiresAt: Date };

/** May the actor send this invite once more? Whoever may not give the role may not renew what gives it. */
export function canResend(
  actor: Actor,
  invite: Target,
  { isNewLink, isMailConfigured, now }: Resend,
): Verdict {
  const give = canGiveRole(actor, invite.platform_role_id);
  if (!give.allowed) return give;
  if (isNewLink) return allowed;
  if (invite.expiresAt <= now) {
    return refused("conflict", "This invite has expired. Make a new link.");
  }
  if (!isMailConfigured) {
    return refused("conflict", "This server sends no mail. Copy the link and hand it over.");
  }
  return allowed;
}
