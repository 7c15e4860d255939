import { NotAllowed } from "@/components/console/not-allowed";
import { UserSessions } from "@/components/user/profile/user-sessions";
import { usernameOf, type UsernameParams } from "@/components/user/profile/username-of";
import { signedInContext } from "@/lib/auth/page-context";
import { can } from "@/lib/permissions";

export default async function Page({ params }: UsernameParams) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  if (!can(ctx.actor, "users:read", username)) {
    return <NotAllowed title={username} needs="users:read" />;
  }
  return <UserSessions username={username} />;
}
