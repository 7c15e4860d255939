import type { Metadata } from "next";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import { NotAllowed } from "@/components/console/not-allowed";
import { tokensList } from "@/components/token/list/list-params";
import { TokensPage } from "@/components/token/list/tokens-page";
import { tokenKeys } from "@/components/token/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { can } from "@/lib/permissions";
import { pageTokens } from "@/lib/token/service";

export const metadata: Metadata = { title: "API tokens" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  if (!can(ctx.actor, "tokens:list")) return <NotAllowed title="API tokens" needs="tokens:list" />;

  const query = await tokensList.load(searchParams);
  const client = new QueryClient();
  await client
    .query({ queryKey: tokenKeys.page(query), queryFn: () => pageTokens(ctx, query) })
    // The browser asks again, and shows what went wrong.
    .catch(() => null);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <TokensPage />
    </HydrationBoundary>
  );
}
