import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";

export function PendingUsersHeader({ actions }: { actions?: ReactNode }) {
  return (
    <PageHeader
      title="Pending users"
      description="People who signed in at a provider and wait to be let in."
      actions={actions}
    />
  );
}
