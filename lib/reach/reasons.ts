/** Why somebody has a gateway or reaches a network. */
import { z } from "zod";
import { ALL_NETWORKS } from "./values";

export const reason = z
  .object({
    kind: z.enum(["admin", "attachment", "group"]),
    group_id: z.string(),
    group_name: z.string(),
    /** A network, or `all_networks`. */
    network_id: z.string(),
    role_id: z.string(),
    role_name: z.string(),
    /** The strongest that the role gives; `reach` when it gives no gateway. */
    right: z.enum(["full_access", "all_gateways", "gateway", "reach"]),
  })
  .meta({ id: "Reason" });
export type Reason = z.infer<typeof reason>;

/** A reason as the database has it. */
export interface FoundReason {
  kind: Reason["kind"];
  userId: string;
  /** The network that it is granted on; null for all. */
  networkId: string | null;
  /** Empty, as all that follows, where no group gives it. */
  groupId: string;
  groupName: string;
  roleId: string;
  roleName: string;
  right: Reason["right"];
}

export interface NetworkReason extends FoundReason {
  /** The network that it opens. */
  netid: string;
}

export interface GatewayReason extends FoundReason {
  gatewayId: string;
}

export function toReason(found: FoundReason): Reason {
  const everywhere = found.kind === "admin" ? "" : ALL_NETWORKS;
  return {
    kind: found.kind,
    group_id: found.groupId,
    group_name: found.groupName,
    network_id: found.networkId ?? everywhere,
    role_id: found.roleId,
    role_name: found.roleName,
    right: found.right,
  };
}
