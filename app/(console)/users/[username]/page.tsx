import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { identitiesQuery } from "@/components/identity/queries";
import { mfaQuery } from "@/components/mfa/queries";
import { sessionQueries } from "@/components/session/queries";
import { UserProfile } from "@/components/user/profile/user-profile";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { signedInContext } from "@/lib/auth/page-context";
import { listIdentities } from "@/lib/identity/service";
import { getMfa } from "@/lib/mfa/service";
import { signInOptions } from "@/lib/session/options-service";

export default async function Page({ params }: UsernameParams) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: username, needs: "users:read", about: { user: username } }}
      reads={[
        firstRead(mfaQuery(username), () => getMfa(ctx, username)),
        firstRead(identitiesQuery(username), () => listIdentities(ctx, username)),
        firstRead(sessionQueries.signInOptions(), () => signInOptions(ctx)),
      ]}
    >
      <UserProfile username={username} />
    </FirstPaint>
  );
}
