import type { Metadata } from "next";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { ImportPage } from "@/components/import/page/import-page";
import { serverSettingsQuery } from "@/components/server-settings/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { getServerSettings } from "@/lib/server-settings/service";

export const metadata: Metadata = { title: "Import users" };

export default async function Page() {
  const ctx = await signedInContext();
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Import users", needs: "users:write" }}
      reads={[firstRead(serverSettingsQuery(), () => getServerSettings(ctx))]}
    >
      <ImportPage />
    </FirstPaint>
  );
}
