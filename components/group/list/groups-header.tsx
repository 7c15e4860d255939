import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";

export function GroupsHeader({ actions }: { actions?: ReactNode }) {
  return (
    <PageHeader
      title="Groups"
      description="People who get the same access to networks."
      actions={actions}
    />
  );
}
