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

/** A grant that reaches a user, as the database has it. */
export interface GrantReason {
  userId: string;
  /** The network that it opens. */
  netid: string;
  /** The network that it is granted on; null for all. */
  networkId: string | null;
  groupId: string;
  groupName: string;
  roleId: string;
  roleName: string;
  gatewayRight: Reason["right"];
}

export function toReason(grant: GrantReason): Reason {
  return {
    kind: "group",
    group_id: grant.groupId,
    group_name: grant.groupName,
    network_id: grant.networkId ?? ALL_NETWORKS,
    role_id: grant.roleId,
    role_name: grant.roleName,
    right: grant.gatewayRight,
  };
}
