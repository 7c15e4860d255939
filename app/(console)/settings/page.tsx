import type { Metadata } from "next";
import { auditQueries } from "@/components/audit/queries";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { serverSettingsQuery, settingsHistory } from "@/components/server-settings/queries";
import { ServerSettingsPage } from "@/components/server-settings/server-settings-page";
import { auditListQuery } from "@/lib/audit/schema";
import { listAudit } from "@/lib/audit/service";
import { signedInContext } from "@/lib/auth/page-context";
import { getServerSettings } from "@/lib/server-settings/service";

export const metadata: Metadata = { title: "Server settings" };

export default async function Page() {
  const ctx = await signedInContext();
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Server settings", needs: "server-settings:read" }}
      reads={[
        firstRead(serverSettingsQuery(), () => getServerSettings(ctx)),
        firstRead(auditQueries.page(settingsHistory), async () =>
          listAudit(ctx, auditListQuery.parse(settingsHistory)),
        ),
      ]}
    >
      <ServerSettingsPage />
    </FirstPaint>
  );
}
