import type { Metadata } from "next";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import { NotAllowed } from "@/components/console/not-allowed";
import { usersList } from "@/components/user/list/list-params";
import { userKeys } from "@/components/user/queries";
import { UsersPage } from "@/components/user/list/users-page";
import { signedInContext } from "@/lib/auth/page-context";
import { can } from "@/lib/permissions";
import { getInputLimits } from "@/lib/server-settings/service";
import { pageUsers } from "@/lib/user/service";

export const metadata: Metadata = { title: "Users" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  if (!can(ctx.actor, "users:list")) return <NotAllowed title="Users" needs="users:list" />;

  const query = await usersList.load(searchParams);
  const client = new QueryClient();
  const [limits] = await Promise.all([
    getInputLimits(ctx),
    client
      .query({ queryKey: userKeys.page(query), queryFn: () => pageUsers(ctx, query) })
      // The browser asks again, and shows what went wrong.
      .catch(() => null),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <UsersPage passwordMinLength={limits.passwordMinLength} />
    </HydrationBoundary>
  );
}
