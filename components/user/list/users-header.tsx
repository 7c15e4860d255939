import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";

export const usersDescription = "Everyone with an account on this server.";

export function UsersHeader({
  description = usersDescription,
  actions,
}: {
  description?: ReactNode;
  actions?: ReactNode;
}) {
  return <PageHeader title="Users" description={description} actions={actions} />;
}
