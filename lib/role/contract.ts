import { z } from "zod";
import { defineContracts, streamed, wrapped } from "@/lib/api/contract";
import {
  roleCreate,
  roleListQuery,
  rolePage,
  roleQuery,
  rolesQuery,
  roleUpdate,
  userRole,
} from "./schema";

const path = "/api/v1/users/role";

export const roleContract = defineContracts({
  list: {
    method: "GET",
    path: "/api/v1/users/roles",
    who: "roles:read",
    summary: "List the network roles, or the platform roles",
    query: rolesQuery,
    response: streamed(userRole, "Roles"),
  },
  page: {
    method: "GET",
    path: "/api/v2/users/roles",
    who: "roles:read",
    summary: "Search, filter and page roles",
    query: roleListQuery,
    response: wrapped(rolePage, "Roles"),
  },
  get: {
    method: "GET",
    path,
    who: "roles:read",
    summary: "Get a role",
    query: roleQuery,
    versioned: true,
    response: wrapped(userRole, "Role"),
  },
  create: {
    method: "POST",
    path,
    who: "roles:write",
    summary: "Create a network role",
    audit: "role.create",
    body: roleCreate,
    versioned: true,
    response: wrapped(userRole, "Role created"),
  },
  update: {
    method: "PUT",
    path,
    who: "roles:write",
    summary: "Change a network role",
    audit: "role.update",
    honoursIfMatch: userRole,
    body: roleUpdate,
    versioned: true,
    response: wrapped(userRole, "Role changed"),
  },
  remove: {
    method: "DELETE",
    path,
    who: "roles:write",
    summary: "Delete a network role, wherever it is granted",
    audit: "role.delete",
    honoursIfMatch: userRole,
    query: roleQuery,
    response: wrapped(z.null(), "Role deleted"),
  },
});
