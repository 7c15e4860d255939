import { ServerSettingsHeader } from "@/components/server-settings/server-settings-header";
import { ServerSettingsSkeleton } from "@/components/server-settings/server-settings-skeleton";

export default function Loading() {
  return (
    <>
      <ServerSettingsHeader />
      <div className="@container/settings max-w-5xl">
        <ServerSettingsSkeleton />
      </div>
    </>
  );
}
