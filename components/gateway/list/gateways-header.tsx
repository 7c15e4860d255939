import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";

export function GatewaysHeader({ actions }: { actions?: ReactNode }) {
  return (
    <PageHeader
      title="Gateways"
      description="Where devices connect to a network."
      actions={actions}
    />
  );
}
