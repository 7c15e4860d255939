import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { reasonOf, type Actor } from "@/lib/permissions";
import { canChangeRole } from "@/lib/role/policy";
import type { UserRole } from "@/lib/role/schema";

export type RoleActionKind = "delete";

interface RoleAction {
  action: RoleActionKind;
  label: string;
  icon: ReactNode;
  isDanger?: boolean;
  /** Why the actor may not do it. */
  disabledReason: string | null;
}

/** What can be done with a role as a whole; what the actor may not do says why. */
export function roleActions(actor: Actor, role: UserRole): RoleAction[] {
  return [
    {
      action: "delete",
      label: "Delete role…",
      icon: <Trash2 />,
      isDanger: true,
      disabledReason: reasonOf(canChangeRole(actor, role)),
    },
  ];
}
