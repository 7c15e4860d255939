import { NotAllowed } from "@/components/console/not-allowed";
import { UserProfile } from "@/components/user/profile/user-profile";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { signedInContext } from "@/lib/auth/page-context";
import { can } from "@/lib/permissions";
import { getInputLimits } from "@/lib/server-settings/service";

export default async function Page({ params }: UsernameParams) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  if (!can(ctx.actor, "users:read", { user: username })) {
    return <NotAllowed title={username} needs="users:read" />;
  }
  const { passwordMinLength } = await getInputLimits(ctx);
  return <UserProfile username={username} passwordMinLength={passwordMinLength} />;
}
