"use client";

import { useCallback, useState } from "react";
import { Plus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { CreateButton } from "@/components/layout/create-button";
import { lazyComponent, lazyDialog } from "@/components/ui/lazy-component";
import { GroupActionDialog } from "@/components/group/group-action-dialog";
import type { GroupActionKind } from "@/components/group/group-actions";
import type { UserGroup } from "@/lib/group/schema";
import { permits, reasonOf } from "@/lib/permissions";
import { GroupsHeader } from "./groups-header";
import { GroupsSkeleton } from "./groups-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const GroupsTable = lazyComponent(async () => (await import("./groups-table")).GroupsTable, {
  fallback: <GroupsSkeleton />,
});
const GroupCreateDialog = lazyDialog(
  async () => (await import("@/components/group/group-create-dialog")).GroupCreateDialog,
);

/** Which dialog is open. */
type Action = { kind: "create" } | { kind: "one"; action: GroupActionKind; group: UserGroup };

export function GroupsPage() {
  const [action, setAction] = useState<Action | null>(null);
  const refusal = reasonOf(permits(useActor(), "groups:write"));

  function openCreate() {
    setAction({ kind: "create" });
  }
  function close() {
    setAction(null);
  }
  const handleAction = useCallback((kind: GroupActionKind, group: UserGroup) => {
    setAction({ kind: "one", action: kind, group });
  }, []);

  return (
    <>
      <GroupsHeader
        actions={
          <CreateButton
            label="Add group"
            shortcut="Add a group"
            icon={<Plus />}
            disabledReason={refusal}
            onPreload={GroupCreateDialog.preload}
            onCreate={openCreate}
          />
        }
      />
      <GroupsTable onAction={handleAction} />
      {action?.kind === "create" && <GroupCreateDialog onClose={close} />}
      {action?.kind === "one" && (
        <GroupActionDialog action={action.action} group={action.group} onClose={close} />
      )}
    </>
  );
}
