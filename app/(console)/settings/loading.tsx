import { ServerSettingsLayout } from "@/components/server-settings/server-settings-layout";
import { ServerSettingsSkeleton } from "@/components/server-settings/server-settings-skeleton";

export default function Loading() {
  return (
    <ServerSettingsLayout>
      <ServerSettingsSkeleton />
    </ServerSettingsLayout>
  );
}
