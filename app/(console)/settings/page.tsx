import type { Metadata } from "next";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { auditKeys } from "@/components/audit/queries";
import { NotAllowed } from "@/components/console/not-allowed";
import { serverSettingsKeys, settingsHistory } from "@/components/server-settings/queries";
import { ServerSettingsPage } from "@/components/server-settings/server-settings-page";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import { signedInContext } from "@/lib/auth/page-context";
import { can } from "@/lib/permissions";
import { getServerSettings } from "@/lib/server-settings/service";

export const metadata: Metadata = { title: "Server settings" };

export default async function Page() {
  const ctx = await signedInContext();
  if (!can(ctx.actor, "server-settings:read")) {
    return <NotAllowed title="Server settings" needs="server-settings:read" />;
  }
  const client = new QueryClient();
  const [settings, history] = await Promise.all([
    getServerSettings(ctx),
    // The browser asks again, and shows what went wrong.
    listAudit(ctx, auditListQuery.parse(settingsHistory)).catch(() => undefined),
  ]);
  client.setQueryData(serverSettingsKeys.all, settings);
  client.setQueryData(auditKeys.page(settingsHistory), history);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ServerSettingsPage />
    </HydrationBoundary>
  );
}
