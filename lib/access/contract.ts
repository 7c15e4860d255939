import { defineContracts, wrapped } from "@/lib/api/contract";
import { access, accessGatewayPage, accessGatewaysQuery, accessQuery } from "./schema";

const about = { kind: "user", in: "query", name: "username" } as const;

export const accessContract = defineContracts({
  get: {
    method: "GET",
    path: "/api/v1/users/access",
    who: "access:read",
    about,
    summary: "Tell what a user may reach, and why",
    query: accessQuery,
    response: wrapped(access, "Access"),
  },
  gateways: {
    method: "GET",
    path: "/api/v2/users/access/gateways",
    who: "access:read",
    about,
    summary: "Page the gateways that a user has, and why",
    query: accessGatewaysQuery,
    response: wrapped(accessGatewayPage, "Gateways"),
  },
});
