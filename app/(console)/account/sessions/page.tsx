import type { Metadata } from "next";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { sessionKeys } from "@/components/session/queries";
import { SessionsOfUser } from "@/components/session/sessions-of-user";
import { signedInContext } from "@/lib/auth/page-context";
import { listSessions } from "@/lib/session/service";

export const metadata: Metadata = { title: "Sessions · Account" };

export default async function AccountSessionsPage() {
  const ctx = await signedInContext();
  const { username } = ctx.actor;
  const client = new QueryClient();
  client.setQueryData(sessionKeys.list(username), await listSessions(ctx));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <SessionsOfUser username={username} />
    </HydrationBoundary>
  );
}
