import { z } from "zod";
import { reason } from "@/lib/reach/reasons";
import { usernameParam } from "@/lib/user/username";
import { pageOf, pageQuery } from "@/lib/wire-schemas";

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
