"use client";

import { useCallback, useState } from "react";
import { Plus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { CreateButton } from "@/components/layout/create-button";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import type { RoleActionKind } from "@/components/role/role-actions";
import { permits, reasonOf } from "@/lib/permissions";
import type { UserRole } from "@/lib/role/schema";
import { RolesHeader } from "./roles-header";
import { RolesSkeleton } from "./roles-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const RolesTable = lazyComponent(async () => (await import("./roles-table")).RolesTable, {
  fallback: <RolesSkeleton />,
});
const RoleCreateDialog = lazyDialog(
  async () => (await import("@/components/role/role-create-dialog")).RoleCreateDialog,
);
const RoleDeleteDialog = lazyDialog(
  async () => (await import("@/components/role/role-delete-dialog")).RoleDeleteDialog,
);

/** Which dialog is open. */
type Action = { kind: "create" } | { kind: "delete"; role: UserRole };

export function RolesPage() {
  const [action, setAction] = useState<Action | null>(null);
  const refusal = reasonOf(permits(useActor(), "roles:write"));

  function openCreate() {
    setAction({ kind: "create" });
  }
  function close() {
    setAction(null);
  }
  const handleAction = useCallback((kind: RoleActionKind, role: UserRole) => {
    setAction({ kind, role });
  }, []);

  return (
    <>
      <RolesHeader
        actions={
          <CreateButton
            label="Add role"
            shortcut="Add a role"
            icon={<Plus />}
            disabledReason={refusal}
            onPreload={RoleCreateDialog.preload}
            onCreate={openCreate}
          />
        }
      />
      <div className="pt-5">
        <RolesTable onAction={handleAction} />
      </div>
      {action?.kind === "create" && <RoleCreateDialog onClose={close} />}
      {action?.kind === "delete" && <RoleDeleteDialog role={action.role} onClose={close} />}
    </>
  );
}
