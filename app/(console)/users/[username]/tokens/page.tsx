import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { NotAllowed } from "@/components/console/not-allowed";
import { fillNewestTokens } from "@/components/token/queries";
import { usernameOf, type UsernameParams } from "@/components/user/username-of";
import { UserTokens } from "@/components/user/profile/user-tokens";
import { signedInContext } from "@/lib/auth/page-context";
import { can } from "@/lib/permissions";
import { longestTokenDays, newestTokens } from "@/lib/token/service";

export default async function Page({ params }: UsernameParams) {
  const ctx = await signedInContext();
  const username = await usernameOf(params);
  if (!can(ctx.actor, "tokens:read", { user: username })) {
    return <NotAllowed title={username} needs="tokens:read" />;
  }
  const client = new QueryClient();
  const [maxDays, newest] = await Promise.all([
    longestTokenDays(ctx),
    // The browser asks again, and shows what went wrong.
    newestTokens(ctx, username).catch(() => null),
  ]);
  if (newest) fillNewestTokens(client, username, newest);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <UserTokens username={username} maxDays={maxDays} />
    </HydrationBoundary>
  );
}
