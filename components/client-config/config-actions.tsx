import { Ban, CircleCheck, Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { canChangeConfig } from "@/lib/client-config/policy";
import type { ClientConfig } from "@/lib/client-config/schema";
import { reasonOf, type Actor } from "@/lib/permissions";

export type ConfigActionKind = "edit" | "enable" | "disable" | "delete";

interface ConfigAction {
  action: ConfigActionKind;
  label: string;
  icon: ReactNode;
  isDanger?: boolean;
  /** Why the actor may not do it. */
  disabledReason: string | null;
}

/** What can be done with a client config; what the actor may not do says why. */
export function configActions(actor: Actor, config: ClientConfig): ConfigAction[] {
  const disabledReason = reasonOf(canChangeConfig(actor, config));
  return [
    { action: "edit", label: "Edit…", icon: <Pencil />, disabledReason },
    config.enabled
      ? { action: "disable", label: "Disable…", icon: <Ban />, disabledReason }
      : { action: "enable", label: "Enable", icon: <CircleCheck />, disabledReason },
    { action: "delete", label: "Delete…", icon: <Trash2 />, isDanger: true, disabledReason },
  ];
}

/** Why there is no file for its device yet, as far as the client config itself says. */
export function fileRefusal({
  ingressgatewayendpoint: endpoint,
}: Pick<ClientConfig, "ingressgatewayendpoint">): string | null {
  return endpoint === "" ? "The gateway has no endpoint yet." : null;
}
