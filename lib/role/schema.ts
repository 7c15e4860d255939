import { z } from "zod";
import { flag, longText, nameInput, pageOf, pageQuery, text } from "@/lib/wire-schemas";
import { accessMapInput } from "./access-map";

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

const name = nameInput("A role's name", 64);
const metaData = longText(4096);
const access = accessMapInput.meta({
  override: {
    type: "object",
    additionalProperties: { type: "object", additionalProperties: { type: "object" } },
  },
});

export const roleCreate = z.object({
  name,
  network_id: text(255).min(1, "A network role belongs to a network or to all_networks."),
  meta_data: metaData.default(""),
  full_access: z.boolean().default(false),
  deny_dashboard_access: z.boolean().default(false),
  network_level_access: access.default({}),
});
export type RoleCreate = z.output<typeof roleCreate>;

/** Absent keys stay as they are. */
export const roleUpdate = z.object({
  id: text(255).min(1, "Name the role by its id."),
  name: name.optional(),
  network_id: text(255).optional(),
  meta_data: metaData.optional(),
  full_access: z.boolean().optional(),
  deny_dashboard_access: z.boolean().optional(),
  network_level_access: access.optional(),
});
export type RoleUpdate = z.output<typeof roleUpdate>;

export const roleQuery = z.object({ role_id: text(255) });
export const rolesQuery = z.object({ platform: flag });

export const roleListQuery = pageQuery.extend({
  q: z.string().optional(),
  platform: flag,
  network: z.array(z.string()).optional(),
  default: z.enum(["true", "false"], 'This must be "true" or "false".').optional(),
  id: z.array(z.string()).optional(),
});
export type RoleListQuery = z.output<typeof roleListQuery>;

/** A role with how many groups grant it. */
export const listedRole = userRole.extend({ groups: z.int() });
export type ListedRole = z.infer<typeof listedRole>;
export const rolePage = pageOf(listedRole);
export type RolePage = z.infer<typeof rolePage>;
