import { Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { canChangeGroup } from "@/lib/group/change-policy";
import type { UserGroup } from "@/lib/group/schema";
import { reasonOf, type Actor } from "@/lib/permissions";

export type GroupActionKind = "edit" | "delete";

interface GroupAction {
  action: GroupActionKind;
  label: string;
  icon: ReactNode;
  isDanger?: boolean;
  /** Why the actor may not do it. */
  disabledReason: string | null;
}

/** What can be done with a group as a whole; what the actor may not do says why. */
export function groupActions(actor: Actor, group: UserGroup): GroupAction[] {
  const disabledReason = reasonOf(canChangeGroup(actor, group));
  return [
    { action: "edit", label: "Edit…", icon: <Pencil />, disabledReason },
    { action: "delete", label: "Delete group…", icon: <Trash2 />, isDanger: true, disabledReason },
  ];
}
