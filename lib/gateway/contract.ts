import { z } from "zod";
import { defineContracts, streamed, wrapped } from "@/lib/api/contract";
import {
  gateway,
  gatewayCreate,
  gatewayIdPath,
  gatewayListQuery,
  gatewayPage,
  gatewaysQuery,
  gatewayUpdate,
} from "./schema";

const path = "/api/v1/gateways/{id}";

export const gatewayContract = defineContracts({
  list: {
    method: "GET",
    path: "/api/v1/gateways",
    who: "gateways:see",
    summary: "List the gateways that one sees",
    query: gatewaysQuery,
    response: streamed(gateway, "Gateways"),
  },
  page: {
    method: "GET",
    path: "/api/v2/gateways",
    who: "gateways:see",
    summary: "Search, filter, sort and page the gateways that one sees",
    query: gatewayListQuery,
    response: wrapped(gatewayPage, "Gateways"),
  },
  get: {
    method: "GET",
    path,
    who: "gateways:see",
    summary: "Get a gateway",
    params: gatewayIdPath,
    versioned: true,
    response: wrapped(gateway, "Gateway"),
  },
  create: {
    method: "POST",
    path: "/api/v1/gateways",
    who: "gateways:write",
    summary: "Create a gateway on a network",
    audit: "gateway.create",
    body: gatewayCreate,
    versioned: true,
    response: wrapped(gateway, "Gateway created"),
  },
  update: {
    method: "PUT",
    path,
    who: "gateways:write",
    summary: "Change a gateway",
    audit: "gateway.update",
    honoursIfMatch: gateway,
    params: gatewayIdPath,
    body: gatewayUpdate,
    versioned: true,
    response: wrapped(gateway, "Gateway updated"),
  },
  remove: {
    method: "DELETE",
    path,
    who: "gateways:write",
    summary: "Delete a gateway; roles that name it name it no more",
    audit: "gateway.delete",
    honoursIfMatch: gateway,
    params: gatewayIdPath,
    response: wrapped(z.null(), "Gateway deleted"),
  },
});
