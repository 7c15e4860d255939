import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";

export function InvitesHeader({ actions }: { actions?: ReactNode }) {
  return (
    <PageHeader
      title="Invites"
      description="People who were invited and have no account yet."
      actions={actions}
    />
  );
}
