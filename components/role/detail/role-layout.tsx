"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { lazyComponent } from "@/components/ui/lazy-component";
import { LinkTabs } from "@/components/ui/link-tabs";
import { roleDetailQuery } from "@/components/role/queries";
import { paths } from "@/lib/paths";
import { RoleHeader } from "./role-header";

const DetailMissing = lazyComponent(
  async () => (await import("@/components/base/detail-missing")).DetailMissing,
);

/** What the tabs of a role's page share: which one it is, what can be done with it, and the tabs. */
export function RoleLayout({ id, children }: { id: string; children: ReactNode }) {
  const { data, error, isFetching, refetch } = useQuery(roleDetailQuery(id));
  if (!data) {
    return (
      <DetailMissing
        title="This role could not be loaded"
        error={error}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <RoleHeader role={data.entity} />
      <LinkTabs
        label="Role"
        tabs={[
          { href: paths.role(id), label: "Rights" },
          { href: paths.role(id, "groups"), label: "Groups" },
          { href: paths.role(id, "activity"), label: "Activity" },
        ]}
      />
      <div className="pt-5">{children}</div>
    </>
  );
}
