/** What can be done with gateways as a whole. */
import { can, permits, reasonOf, type Actor } from "@/lib/permissions";

interface ChangeState {
  /** False for network admins: they never change one, and whoever sees everything is told why not. */
  isShown: boolean;
  /** Why the actor may not do it. */
  disabledReason: string | null;
}

/** Whether making and deleting gateways is offered to an actor. */
export function gatewayChange(actor: Actor): ChangeState {
  return {
    isShown: can(actor, "networks:see-all"),
    disabledReason: reasonOf(permits(actor, "gateways:write")),
  };
}
