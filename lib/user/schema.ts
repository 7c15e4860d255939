import { z } from "zod";
import type { InputLimits } from "@/lib/limits";
import { userGroup } from "@/lib/group/schema";
import { platformRoles } from "@/lib/permissions";
import { reason } from "@/lib/reach/reasons";
import { userRole } from "@/lib/role/schema";
import { codePoints, showsNothing } from "@/lib/wire";
import {
  exactText,
  flag,
  idSet,
  idSetInput,
  pageOf,
  pageQuery,
  text,
  wireTime,
} from "@/lib/wire-schemas";
import { password } from "./password";
import { newUsername, usernameParam } from "./username";
import { authTypes, MAX_BULK, userSorts } from "./values";

export const platformRole = z.enum(platformRoles);

export const user = z
  .object({
    username: z.string(),
    external_identity_provider_id: z.string(),
    is_mfa_enabled: z.boolean(),
    display_name: z.string(),
    account_disabled: z.boolean(),
    isadmin: z.boolean(),
    issuperadmin: z.boolean(),
    auth_type: z.enum(authTypes),
    /** Gateways that the user is directly attached to. */
    remote_gw_ids: idSet,
    user_group_ids: idSet,
    platform_role_id: platformRole,
    network_roles: z.object({}),
    last_login_time: wireTime,
    /** API tokens that have not expired. */
    num_access_tokens: z.int(),
    created_by: z.string(),
    created_at: wireTime,
    updated_at: wireTime,
  })
  .meta({ id: "User" });
export type User = z.infer<typeof user>;

/** The user with role and groups spelled out. */
export const userDetail = user
  .omit({ user_group_ids: true })
  .extend({ platform_role: userRole, user_group_ids: z.record(z.string(), userGroup) })
  .meta({ id: "UserDetail" });
export type UserDetail = z.infer<typeof userDetail>;

/** Without blanks around it, and empty where nothing of it shows. */
export const displayName = text()
  .overwrite((value) => (showsNothing(value) ? "" : value.trim()))
  .refine((value) => codePoints(value) <= 128, "A display name has at most 128 characters.");
/** An empty role means that none was sent. */
export const optionalRole = z
  .preprocess((value) => (value === "" ? undefined : value), platformRole.optional())
  .optional();

export function userCreate(limits: InputLimits) {
  return z.object({
    username: text().optional(),
    password: password(limits),
    display_name: displayName.default(""),
    /** Published as optional, and some clients send none. */
    platform_role_id: optionalRole.default("service-user"),
    user_group_ids: idSetInput.default([]),
    account_disabled: z.boolean().default(false),
    external_identity_provider_id: text(255).default(""),
  });
}
export type UserCreate = z.output<ReturnType<typeof userCreate>>;

/** Absent keys stay as they are. */
export function userUpdate(limits: InputLimits) {
  return z.object({
    username: text().optional(),
    /** An empty password is "not sent". */
    password: z
      .preprocess((value) => (value === "" ? undefined : value), password(limits).optional())
      .optional(),
    display_name: displayName.optional(),
    platform_role_id: optionalRole,
    user_group_ids: idSetInput.optional(),
    account_disabled: z.boolean().optional(),
    is_mfa_enabled: z.boolean().optional(),
  });
}
export type UserUpdate = z.output<ReturnType<typeof userUpdate>>;

export function superAdminCreate(limits: InputLimits) {
  return z.object({
    username: newUsername,
    password: password(limits),
    display_name: displayName.default(""),
  });
}
export type SuperAdminCreate = z.output<ReturnType<typeof superAdminCreate>>;

export const usernamePath = z.object({ username: usernameParam });
export const newUsernamePath = z.object({ username: newUsername });
export const usernameQuery = z.object({ username: usernameParam });

export const deleteQuery = z.object({ force_delete_configs: flag });
/** Stands for whichever of the two fits the call. */
const toggleQuery = z.object({ force_toggle_configs: flag });
export const disableQuery = toggleQuery.extend({ force_disable_configs: flag });
export const enableQuery = toggleQuery.extend({ force_enable_configs: flag });

const status = z.enum(["enabled", "disabled"]);

export const userListQuery = pageQuery.extend({
  q: z.string().optional(),
  role: z.array(platformRole).optional(),
  account_status: z.array(status).optional(),
  mfa_status: z.array(status).optional(),
  auth_type: z.array(z.enum(authTypes)).optional(),
  group: z.array(z.string()).optional(),
  network: z.array(z.string()).optional(),
  sort: z.enum(userSorts).default("username"),
  order: z.enum(["asc", "desc"]).default("asc"),
});
export type UserListQuery = z.output<typeof userListQuery>;

export const userPage = pageOf(user);
export type UserPage = z.infer<typeof userPage>;

export const networkQuery = z.object({ network: text(255) });
export const unassignedQuery = z.object({ network_id: text(255) });

const networkUsers = pageQuery.extend({ q: z.string().optional() });
export const networkUsersQuery = networkUsers.extend({
  network: text(255),
  role: z.array(platformRole).optional(),
});
export const unassignedPageQuery = networkUsers.extend({ network_id: text(255) });

export const ingressPath = z.object({ ingress_id: text() });
export const gatewayUsersPath = z.object({ id: text(255) });
export const gatewayUsersHead = z.object({ node_id: z.string(), network: z.string() });
export const gatewayUsersQuery = networkUsers.extend({
  /** Of a reason that they have it for. */
  kind: z.array(reason.shape.kind).optional(),
});
export type GatewayUsersQuery = z.output<typeof gatewayUsersQuery>;

/** A user with why they reach the network, or have the gateway, that was asked about. */
export const networkUser = user.extend({ reasons: z.array(reason) });
export type NetworkUser = z.infer<typeof networkUser>;
export const networkUserPage = pageOf(networkUser);
export type NetworkUserPage = z.infer<typeof networkUserPage>;

const ids = z
  .array(usernameInput())
  .max(MAX_BULK, `At most ${MAX_BULK.toLocaleString("en")} ids fit into one call.`)
  .transform((names) => [...new Set(names)]);

function usernameInput() {
  return text().transform((value) => value.toLowerCase());
}

/** The users whom one call is about. */
export const bulkUsers = z.object({ ids });
export const bulkDelete = z.object({ ids });
export const bulkStatus = z.object({ ids, disable: z.boolean() });
export const bulkDeleteQuery = deleteQuery.extend({ dry_run: flag });
export const bulkStatusQuery = toggleQuery.extend({
  force_disable_configs: flag,
  force_enable_configs: flag,
  dry_run: flag,
});

export const bulkResult = z.object({
  done: z.array(z.string()),
  skipped: z.array(z.object({ id: z.string(), reason: z.string() })),
  /** How many client configs go or are switched along. */
  client_configs: z.int(),
});
export type BulkResult = z.infer<typeof bulkResult>;

/** Names as somebody has them at hand: usernames, addresses with a name before them, display names. */
export const namesGiven = z.object({
  names: z
    .array(exactText())
    .max(MAX_BULK, `At most ${MAX_BULK.toLocaleString("en")} names fit into one call.`),
});
export type NamesGiven = z.output<typeof namesGiven>;

export const resolvedName = z
  .object({
    /** As it was sent. */
    given: z.string(),
    /** Empty unless exactly one user was found. */
    username: z.string(),
    display_name: z.string(),
    /** How many users were found. */
    matches: z.int(),
  })
  .meta({ id: "ResolvedName" });
export type ResolvedName = z.infer<typeof resolvedName>;
