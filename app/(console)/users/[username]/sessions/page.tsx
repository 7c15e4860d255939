import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { sessionQueries } from "@/components/session/queries";
import { UserSessions } from "@/components/user/profile/user-sessions";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { signedInContext } from "@/lib/auth/page-context";
import { listSessions } from "@/lib/session/service";

export default async function Page({ params }: UsernameParams) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: username, needs: "users:read", about: { user: username } }}
      // Whoever may not see them is told so.
      reads={[firstRead(sessionQueries.list(username), () => listSessions(ctx, username))]}
    >
      <UserSessions username={username} />
    </FirstPaint>
  );
}
