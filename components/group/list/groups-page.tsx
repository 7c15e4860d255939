"use client";

import { useCallback, useState } from "react";
import { Plus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { useShortcut } from "@/components/layout/shortcuts";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
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
  useShortcut("n", "Add a group", refusal === null ? openCreate : null);

  return (
    <>
      <GroupsHeader
        actions={
          <Button
            variant="primary"
            icon={<Plus />}
            disabledReason={refusal}
            onPointerEnter={GroupCreateDialog.preload}
            onFocus={GroupCreateDialog.preload}
            onClick={openCreate}
            aria-keyshortcuts="n"
          >
            Add group
            <Kbd>N</Kbd>
          </Button>
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
