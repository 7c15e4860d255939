/** The endpoints of those who have a gateway, as api.md has them, until `gatewayContract` declares them. */
import { z } from "zod";
import { defineContracts, wrapped } from "@/lib/api/contract";
import { reason } from "@/lib/reach/reasons";
import { bulkResult, networkUserPage } from "@/lib/user/schema";
import { flag, pageQuery } from "@/lib/wire-schemas";
import { gatewayIdPath } from "./schema";

const path = "/api/v1/gateways/{id}/users";
const change = {
  who: "attachments:manage",
  about: { kind: "row" },
  params: gatewayIdPath,
  query: z.object({ dry_run: flag }),
  body: z.object({ ids: z.array(z.string()) }),
} as const;

export const gatewayUsersContract = defineContracts({
  pageOfGateway: {
    method: "GET",
    path,
    who: "gateway-users:read",
    about: { kind: "row" },
    summary: "Search and page those who have a gateway, with the reasons",
    params: gatewayIdPath,
    query: pageQuery.extend({
      q: z.string().optional(),
      kind: z.array(reason.shape.kind).optional(),
    }),
    response: wrapped(networkUserPage, "Users"),
  },
  attachMany: {
    ...change,
    method: "POST",
    path,
    summary: "Attach users to a gateway",
    audit: null,
    response: wrapped(bulkResult, "Users attached"),
  },
  detachMany: {
    ...change,
    method: "DELETE",
    path,
    summary: "Take attachments to a gateway away, with their client configs",
    audit: null,
    response: wrapped(bulkResult, "Users detached"),
  },
});
