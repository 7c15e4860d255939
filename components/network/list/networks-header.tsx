import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";

export function NetworksHeader({ actions }: { actions?: ReactNode }) {
  return (
    <PageHeader
      title="Networks"
      description="Ranges of addresses, and the people who reach them."
      actions={actions}
    />
  );
}
