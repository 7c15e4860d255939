"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { lazyComponent } from "@/components/ui/lazy-component";
import { ApiError } from "@/lib/api/api-error";
import { serverSettingsQuery } from "./queries";
import { ServerSettingsLayout } from "./server-settings-layout";
import { ServerSettingsSkeleton } from "./server-settings-skeleton";

// The form brings zod. Its HTML is there from the start; it comes to life when its script does.
const ServerSettingsForm = lazyComponent(
  async () => (await import("./server-settings-form")).ServerSettingsForm,
  { fallback: <ServerSettingsSkeleton /> },
);

const TestMailCard = lazyComponent(async () => (await import("./test-mail-card")).TestMailCard);

export function ServerSettingsPage() {
  return (
    <ServerSettingsLayout>
      <Settings />
    </ServerSettingsLayout>
  );
}

function Settings() {
  const { data, error, isFetching, refetch } = useQuery(serverSettingsQuery());
  if (data) {
    return (
      <div className="grid gap-4">
        <ServerSettingsForm latest={data} />
        <TestMailCard isMailConfigured={data.entity.mail_configured} />
      </div>
    );
  }
  if (!error) return <ServerSettingsSkeleton />;
  return (
    <ErrorState
      title="The server settings could not be loaded"
      message={error.message}
      requestId={error instanceof ApiError ? error.requestId : null}
      isRetrying={isFetching}
      onRetry={() => void refetch()}
    />
  );
}
