import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { LinkTabs } from "@/components/ui/link-tabs";
import { paths } from "@/lib/paths";

export function RolesHeader({
  actions,
  isPlatform = false,
}: {
  actions?: ReactNode;
  /** On the page of platform roles. */
  isPlatform?: boolean;
}) {
  return (
    <>
      <PageHeader
        title="Roles"
        description={
          isPlatform
            ? "What accounts may do in this console and by the API. Every account has one of these roles."
            : "What people may do on a network. Groups give roles to their members."
        }
        actions={actions}
      />
      <LinkTabs
        label="Roles"
        tabs={[
          { href: paths.roles, label: "Network roles" },
          { href: paths.platformRoles, label: "Platform roles" },
        ]}
      />
    </>
  );
}
