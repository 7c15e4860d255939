"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { lazyComponent } from "@/components/ui/lazy-component";
import { LinkTabs } from "@/components/ui/link-tabs";
import { groupDetailQuery } from "@/components/group/queries";
import { formatCompactNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { GroupHeader } from "./group-header";

const DetailMissing = lazyComponent(
  async () => (await import("@/components/base/detail-missing")).DetailMissing,
);

/** What the tabs of a group's page share: which one it is, what can be done with it, and the tabs. */
export function GroupLayout({ id, children }: { id: string; children: ReactNode }) {
  const { data, error, isFetching, refetch } = useQuery(groupDetailQuery(id));
  if (!data) {
    return (
      <DetailMissing
        title="This group could not be loaded"
        error={error}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  const { entity: group } = data;
  const networks = Object.keys(group.network_roles).length;
  return (
    <>
      <GroupHeader group={group} />
      <LinkTabs
        label="Group"
        tabs={[
          {
            href: paths.group(id),
            label: "Members",
            count: formatCompactNumber(group.member_count),
          },
          {
            href: paths.group(id, "access"),
            label: "Access",
            count: formatCompactNumber(networks),
          },
          { href: paths.group(id, "activity"), label: "Activity" },
        ]}
      />
      <div className="pt-5">{children}</div>
    </>
  );
}
