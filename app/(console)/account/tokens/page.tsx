import type { Metadata } from "next";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { AccountTokens } from "@/components/account/account-tokens";
import { fillNewestTokens } from "@/components/token/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { longestTokenDays, newestTokens } from "@/lib/token/service";

export const metadata: Metadata = { title: "API tokens · Account" };

export default async function AccountTokensPage() {
  const ctx = await signedInContext();
  const { username } = ctx.actor;
  const client = new QueryClient();
  const [maxDays, newest] = await Promise.all([longestTokenDays(ctx), newestTokens(ctx, username)]);
  fillNewestTokens(client, username, newest);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AccountTokens maxDays={maxDays} />
    </HydrationBoundary>
  );
}
