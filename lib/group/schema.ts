import { z } from "zod";
import { idSet, wireTime } from "@/lib/wire-schemas";

export const userGroup = z
  .object({
    id: z.string(),
    name: z.string(),
    default: z.boolean(),
    external_identity_provider_id: z.string(),
    /** `{networkId or all_networks: {roleId: {}}}` */
    network_roles: z.record(z.string(), idSet),
    color_code: z.string(),
    meta_data: z.string(),
    created_by: z.string(),
    created_at: wireTime,
    updated_at: wireTime,
    member_count: z.int(),
  })
  .meta({ id: "UserGroup" });
export type UserGroup = z.infer<typeof userGroup>;
