import { z } from "zod";

const rights = z.object({
  create: z.boolean(),
  read: z.boolean(),
  update: z.boolean(),
  delete: z.boolean(),
  vpn_access: z.boolean(),
  self_only: z.boolean(),
});

/** `{resourceType: {resourceId: rights}}` */
const accessMap = z.record(z.string(), z.record(z.string(), rights));

export const userRole = z
  .object({
    id: z.string(),
    name: z.string(),
    default: z.boolean(),
    meta_data: z.string(),
    deny_dashboard_access: z.boolean(),
    full_access: z.boolean(),
    /** Empty for a platform role, else a network or `all_networks`. */
    network_id: z.string(),
    network_level_access: accessMap,
    global_level_access: accessMap,
  })
  .meta({ id: "UserRole" });
export type UserRole = z.infer<typeof userRole>;
