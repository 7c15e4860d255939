import { Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { can, permits, reasonOf, type Actor } from "@/lib/permissions";

export type NetworkActionKind = "edit" | "delete";

interface NetworkAction {
  action: NetworkActionKind;
  label: string;
  icon: ReactNode;
  isDanger?: boolean;
  /** Why the actor may not do it. */
  disabledReason: string | null;
}

/** What can be done with a network as a whole; what the actor may not do says why. Network admins never may. */
export function networkActions(actor: Actor): NetworkAction[] {
  if (!can(actor, "networks:see-all")) return [];
  const disabledReason = reasonOf(permits(actor, "networks:write"));
  return [
    { action: "edit", label: "Edit ranges…", icon: <Pencil />, disabledReason },
    {
      action: "delete",
      label: "Delete network…",
      icon: <Trash2 />,
      isDanger: true,
      disabledReason,
    },
  ];
}
