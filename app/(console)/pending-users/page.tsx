import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { pendingUsersList } from "@/components/pending-user/list/list-params";
import { PendingUsersPage } from "@/components/pending-user/list/pending-users-page";
import { pendingUsersPageQuery } from "@/components/pending-user/queries";
import { serverSettingsQuery } from "@/components/server-settings/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { configuredProviders } from "@/lib/auth/providers";
import { pagePendingUsers } from "@/lib/pending-user/service";
import { getServerSettings } from "@/lib/server-settings/service";

export const metadata: Metadata = { title: "Pending users" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const query = await pendingUsersList.load(searchParams);
  const providers = configuredProviders().map(({ id, name }) => ({ id, name }));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Pending users", needs: "pending-users:read" }}
      reads={[
        firstRead(pendingUsersPageQuery(query), () => pagePendingUsers(ctx, query)),
        firstRead(serverSettingsQuery(), () => getServerSettings(ctx)),
      ]}
    >
      <PendingUsersPage providers={providers} />
    </FirstPaint>
  );
}
