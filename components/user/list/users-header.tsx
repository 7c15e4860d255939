import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";

export function UsersHeader({ actions }: { actions?: ReactNode }) {
  return (
    <PageHeader
      title="Users"
      description="Everyone with an account on this server."
      actions={actions}
    />
  );
}
