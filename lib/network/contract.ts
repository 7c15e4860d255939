import { z } from "zod";
import { bare, defineContracts, streamed, wrapped } from "@/lib/api/contract";
import {
  netidPath,
  network,
  networkCreate,
  networkListQuery,
  networkPage,
  networkUpdate,
} from "./schema";

const path = "/api/networks/{netid}";

export const networkContract = defineContracts({
  list: {
    method: "GET",
    path: "/api/networks",
    who: "networks:see",
    summary: "List the networks that one sees",
    response: streamed(network),
  },
  page: {
    method: "GET",
    path: "/api/v2/networks",
    who: "networks:see",
    summary: "Search and page the networks that one sees",
    query: networkListQuery,
    response: wrapped(networkPage, "Networks"),
  },
  get: {
    method: "GET",
    path,
    who: "networks:see",
    summary: "Get a network",
    params: netidPath,
    versioned: true,
    response: bare(network),
  },
  create: {
    method: "POST",
    path: "/api/networks",
    who: "networks:write",
    summary: "Create a network with its roles and groups",
    audit: "network.create",
    body: networkCreate,
    versioned: true,
    response: bare(network),
  },
  update: {
    method: "PUT",
    path,
    who: "networks:write",
    summary: "Change the ranges of a network",
    audit: "network.update",
    honoursIfMatch: network,
    params: netidPath,
    body: networkUpdate,
    repeatedName: "conflict",
    versioned: true,
    response: bare(network),
  },
  remove: {
    method: "DELETE",
    path,
    who: "networks:write",
    summary: "Delete a network with its gateways, roles and groups",
    audit: "network.delete",
    honoursIfMatch: network,
    params: netidPath,
    response: bare(z.string()),
  },
});
