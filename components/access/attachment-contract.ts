/** The endpoints that attach a user to a gateway and detach them, and the one that counts what goes along. */
import { z } from "zod";
import { bare, defineContracts, wrapped } from "@/lib/api/contract";
import { user } from "@/lib/user/schema";
import { pageOf } from "@/lib/wire-schemas";

const path = "/api/users/{username}/remote_access_gw/{remote_access_gateway_id}";
const params = z.object({ username: z.string(), remote_access_gateway_id: z.string() });
const who = "attachments:manage";
const about = { kind: "row" } as const;

export const attachmentContract = defineContracts({
  attach: {
    method: "POST",
    path,
    who,
    about,
    summary: "Attach a user to a gateway",
    audit: "user.attach-gateway",
    params,
    response: bare(user),
  },
  detach: {
    method: "DELETE",
    path,
    who,
    about,
    summary: "Take the attachment of a user away, with their client configs on the gateway",
    audit: "user.detach-gateway",
    params,
    response: bare(user),
  },
  configs: {
    method: "GET",
    path: "/api/v2/client_configs",
    who: "gateways:see",
    summary: "Page client configs",
    query: z.object({
      owner: z.array(z.string()),
      gateway: z.array(z.string()),
      page: z.string(),
      per_page: z.string(),
    }),
    response: wrapped(pageOf(z.object({ clientid: z.string() }))),
  },
});
