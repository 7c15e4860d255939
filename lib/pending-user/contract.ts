import { z } from "zod";
import { defineContracts, streamed, wrapped } from "@/lib/api/contract";
import { bulkResult } from "@/lib/user/schema";
import {
  admission,
  bulkAdmission,
  bulkQuery,
  bulkRejection,
  pendingState,
  pendingUser,
  pendingUserListQuery,
  pendingUserPage,
  pendingUserPath,
  rejection,
} from "./schema";

const path = "/api/users_pending";
const BULK_BODY_BYTES = 4 * 1024 * 1024;

export const pendingUserContract = defineContracts({
  list: {
    method: "GET",
    path,
    who: "pending-users:read",
    summary: "List the pending users: who signed in at a provider and waits to be let in",
    response: streamed(pendingUser),
  },
  clear: {
    method: "DELETE",
    path,
    who: "pending-users:write",
    summary: "Reject all pending users, without a mail to them",
    audit: "pending-user.reject",
    response: wrapped(z.null(), "Pending users rejected"),
  },
  approve: {
    method: "POST",
    path: `${path}/user/{username}`,
    who: "pending-users:write",
    summary: "Let a pending user in, with role and groups",
    audit: ["user.create", "pending-user.approve"],
    params: pendingUserPath,
    body: admission,
    response: wrapped(z.null(), "Pending user approved"),
  },
  reject: {
    method: "DELETE",
    path: `${path}/user/{username}`,
    who: "pending-users:write",
    summary: "Reject a pending user, who may ask again",
    audit: "pending-user.reject",
    params: pendingUserPath,
    body: rejection,
    response: wrapped(z.null(), "Pending user rejected"),
  },
  page: {
    method: "GET",
    path: "/api/v2/users_pending",
    who: "pending-users:read",
    summary: "Search, filter, sort and page the pending users",
    query: pendingUserListQuery,
    response: wrapped(pendingUserPage, "Pending users"),
  },
  bulkApprove: {
    method: "POST",
    path: `${path}/bulk/approve`,
    who: "pending-users:write",
    summary: "Let many pending users in, all with the same role and groups",
    audit: ["user.create", "pending-user.approve"],
    query: bulkQuery,
    body: bulkAdmission,
    maxBodyBytes: BULK_BODY_BYTES,
    response: wrapped(bulkResult, "Pending users approved"),
  },
  bulkReject: {
    method: "DELETE",
    path: `${path}/bulk`,
    who: "pending-users:write",
    summary: "Reject many pending users",
    audit: "pending-user.reject",
    query: bulkQuery,
    body: bulkRejection,
    maxBodyBytes: BULK_BODY_BYTES,
    response: wrapped(bulkResult, "Pending users rejected"),
  },
  state: {
    method: "GET",
    path: `${path}/state`,
    who: "anyone",
    summary: "Tell whoever asked to join in this browser how it stands",
    mayBeMissing: true,
    response: wrapped(pendingState, "State"),
  },
});
