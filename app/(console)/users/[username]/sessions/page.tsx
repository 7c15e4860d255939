import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { NotAllowed } from "@/components/console/not-allowed";
import { sessionKeys } from "@/components/session/queries";
import { UserSessions } from "@/components/user/profile/user-sessions";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { signedInContext } from "@/lib/auth/page-context";
import { can } from "@/lib/permissions";
import { listSessions } from "@/lib/session/service";

export default async function Page({ params }: UsernameParams) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  if (!can(ctx.actor, "users:read", { user: username })) {
    return <NotAllowed title={username} needs="users:read" />;
  }
  const client = new QueryClient();
  await client
    .query({
      queryKey: sessionKeys.list(username),
      queryFn: () => listSessions(ctx, username),
    })
    // Who may not see them is told so; for everybody else the browser asks again and shows what went wrong.
    .catch(() => null);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <UserSessions username={username} />
    </HydrationBoundary>
  );
}
