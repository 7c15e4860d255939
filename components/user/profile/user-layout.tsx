"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { lazyComponent } from "@/components/ui/lazy-component";
import { LinkTabs } from "@/components/ui/link-tabs";
import { paths } from "@/lib/paths";
import { asUser } from "@/components/user/as-user";
import { userDetailQuery } from "@/components/user/queries";
import { UserHeader } from "./user-header";

const DetailMissing = lazyComponent(
  async () => (await import("@/components/base/detail-missing")).DetailMissing,
);

/** What the tabs of a user's page share: who it is, what can be done, and the tabs. */
export function UserLayout({ username, children }: { username: string; children: ReactNode }) {
  const { data, error, isFetching, refetch } = useQuery(userDetailQuery(username));
  if (!data) {
    return (
      <DetailMissing
        title="This user could not be loaded"
        error={error}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div className="max-w-5xl">
      <UserHeader user={asUser(data.entity)} />
      <LinkTabs
        label="User"
        tabs={[
          { href: paths.user(username), label: "Profile" },
          { href: paths.user(username, "access"), label: "Access" },
          { href: paths.user(username, "configs"), label: "Client configs" },
          { href: paths.user(username, "sessions"), label: "Sessions" },
          { href: paths.user(username, "tokens"), label: "API tokens" },
          { href: paths.user(username, "activity"), label: "Activity" },
        ]}
      />
      <div className="pt-5">{children}</div>
    </div>
  );
}
