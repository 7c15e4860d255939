import type { UserInvite } from "@/lib/invite/schema";
import { MASTER_KEY_USERNAME } from "@/lib/permissions";

/** The users among those who invited. */
export function inviters(invites: readonly UserInvite[]): string[] {
  return invites
    .map((invite) => invite.created_by)
    .filter((username) => username !== MASTER_KEY_USERNAME);
}
