import { z } from "zod";
import { groupCreate, groupUpdate, membersChange } from "@/lib/group/schema";
import type { InputLimits } from "@/lib/limits";
import { reason } from "@/lib/reach/reasons";
import { roleCreate, roleUpdate } from "@/lib/role/schema";
import { userUpdate } from "@/lib/user/schema";
import { usernameParam } from "@/lib/user/username";
import { isRecord } from "@/lib/wire";
import { changeOrNew, exactlyOne, pageOf, pageQuery, text, withinBody } from "@/lib/wire-schemas";

const grant = z.object({
  /** A network, or `all_networks`. */
  network_id: z.string(),
  role_id: z.string(),
  role_name: z.string(),
  right: reason.shape.right,
});

/** What one user may reach, with every reason. */
export const access = z
  .object({
    username: z.string(),
    account_disabled: z.boolean(),
    groups: z.array(z.object({ id: z.string(), name: z.string(), grants: z.array(grant) })),
    networks: z.array(
      z.object({
        netid: z.string(),
        /** How many gateways of it the user has. */
        gateways: z.int(),
        reasons: z.array(reason),
      }),
    ),
  })
  .meta({ id: "Access" });
export type Access = z.infer<typeof access>;

export const accessQuery = z.object({ username: usernameParam });

export const accessGatewaysQuery = pageQuery.extend({
  username: usernameParam,
  network: z.array(z.string()).optional(),
  q: z.string().optional(),
});
export type AccessGatewaysQuery = z.output<typeof accessGatewaysQuery>;

export const accessGatewayPage = pageOf(
  z.object({
    id: z.string(),
    gw_name: z.string(),
    network: z.string(),
    reasons: z.array(reason),
  }),
);
export type AccessGatewayPage = z.infer<typeof accessGatewayPage>;

const asOther = (description: string) => ({ override: { type: "object" as const, description } });

const roleChange = changeOrNew(
  { change: roleUpdate, create: roleCreate },
  (sent) => "id" in sent,
).meta(asOther("As the body that changes a role, or without `id` as the one that creates one."));

const groupChange = changeOrNew({ change: groupUpdate, create: groupCreate }, namesGroup).meta(
  asOther("As the body that changes a group, or without `id` as the one that creates one."),
);

function namesGroup({ user_group: nested, ...bare }: Record<string, unknown>): boolean {
  const { id } = isRecord(nested) ? nested : bare;
  return id !== undefined && id !== null;
}

const id = text(255).optional();
const removal = exactlyOne({ role_id: id, group_id: id, network_id: id, gateway_id: id });

/** A call that would change what people may reach: as it is sent to the endpoint that does it. */
export function accessChange(limits: InputLimits) {
  const userChange = userUpdate(limits).extend({ username: text().pipe(usernameParam) });
  const shape = {
    role: roleChange.optional(),
    group: groupChange.optional(),
    user: withinBody(userChange).optional(),
    delete: withinBody(removal).optional(),
    add_members: withinBody(membersChange).optional(),
    remove_members: withinBody(membersChange).optional(),
  };
  return exactlyOne(shape, ["role", "group", "user", "delete"]);
}
export type AccessChange = z.output<ReturnType<typeof accessChange>>;

export const accessPreviewQuery = pageQuery.extend({
  side: z.enum(["gain", "lose"]).optional(),
  q: z.string().optional(),
});
export type AccessPreviewQuery = z.output<typeof accessPreviewQuery>;

const reached = z.object({
  networks: z.array(z.string()),
  gateways: z.array(z.object({ id: z.string(), gw_name: z.string() })),
});

export const accessPreview = pageOf(
  z.object({
    username: z.string(),
    display_name: z.string(),
    gains: reached,
    loses: reached,
  }),
).extend({
  /** How many people gain or lose something, whatever the filter. */
  gain: z.int(),
  lose: z.int(),
  /** How many client configs go. */
  client_configs: z.int(),
});
export type AccessPreview = z.infer<typeof accessPreview>;
