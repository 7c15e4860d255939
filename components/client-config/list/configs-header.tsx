import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";

export function ConfigsHeader({ actions }: { actions?: ReactNode }) {
  return (
    <PageHeader
      title="Client configs"
      description="What devices connect to gateways with, and whose they are."
      actions={actions}
    />
  );
}
