"use client";

import { useState } from "react";
import { useRouter } from "next/navigation";
import { useActor } from "@/components/base/actor-provider";
import { PageHeader } from "@/components/layout/page-header";
import { networkName } from "@/components/lookup/networks";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { lazyDialog } from "@/components/ui/lazy-component";
import { Name } from "@/components/ui/name";
import { roleActions } from "@/components/role/role-actions";
import { paths } from "@/lib/paths";
import type { UserRole } from "@/lib/role/schema";

const RoleDeleteDialog = lazyDialog(
  async () => (await import("@/components/role/role-delete-dialog")).RoleDeleteDialog,
);

/** Which role the page is about, and what can be done with it as a whole. */
export function RoleHeader({ role }: { role: UserRole }) {
  const actor = useActor();
  const router = useRouter();
  const [isDeleting, setIsDeleting] = useState(false);
  const isPlatform = role.network_id === "";
  return (
    <>
      <PageHeader
        title={<Name>{role.name}</Name>}
        breadcrumbs={breadcrumbs}
        badges={
          <>
            <Badge>{isPlatform ? "Platform" : networkName(role.network_id)}</Badge>
            {role.default && <Badge>Default</Badge>}
          </>
        }
        facts={
          <span className="flex min-w-0 items-center gap-0.5">
            <span className="font-mono text-sm [overflow-wrap:anywhere]">{role.id}</span>
            <CopyButton value={role.id} label="Copy id" />
          </span>
        }
        actions={roleActions(actor, role).map(({ action, label, icon, disabledReason }) => (
          <Button
            key={action}
            icon={icon}
            variant="danger-quiet"
            disabledReason={disabledReason}
            onPointerEnter={RoleDeleteDialog.preload}
            onClick={() => {
              setIsDeleting(true);
            }}
          >
            {label}
          </Button>
        ))}
      />
      {isDeleting && (
        <RoleDeleteDialog
          role={role}
          onDeleted={() => {
            router.push(paths.roles);
          }}
          onClose={() => {
            setIsDeleting(false);
          }}
        />
      )}
    </>
  );
}

const breadcrumbs = [{ href: paths.roles, label: "Roles" }];
