import { z } from "zod";
import type { InputLimits } from "@/lib/limits";
import { platformRoles } from "@/lib/permissions";
import { displayName, platformRole } from "@/lib/user/schema";
import { password } from "@/lib/user/password";
import { MAX_BULK } from "@/lib/user/values";
import {
  flag,
  idSet,
  idSetInput,
  pageOf,
  pageQuery,
  text,
  wireTime,
  withinBody,
} from "@/lib/wire-schemas";
import { addressParam, inviteAddress } from "./address";
import { problemsOf } from "./wanted";
import { inviteSorts, inviteStates, mailStatuses, MAX_INVITES } from "./values";

export const userInvite = z
  .object({
    email: z.string(),
    platform_role_id: platformRole,
    user_group_ids: idSet,
    network_roles: z.object({}),
    /** Empty for whoever may not invite, and once it has expired; so is the link. */
    invite_code: z.string(),
    invite_url: z.string(),
    expires_at: wireTime,
    created_at: wireTime,
    created_by: z.string(),
    mail_status: z.enum(mailStatuses),
    /** Why its mail failed; else empty. */
    mail_error: z.string(),
  })
  .meta({ id: "UserInvite" });
export type UserInvite = z.infer<typeof userInvite>;

const givenRoles = platformRoles.filter((role) => role !== "super-admin");

/** An empty role means that none was sent. */
const inviteRole = z
  .preprocess((value) => (value === "" ? undefined : value), z.enum(givenRoles).optional())
  .optional();

const leadingTo = { platform_role_id: inviteRole, user_group_ids: idSetInput.optional() };
const inviteRow = withinBody(z.object({ email: inviteAddress, ...leadingTo }));

const tooMany = `At most ${MAX_INVITES.toLocaleString("en")} addresses fit into one call.`;

export const inviteCreate = z
  .object({
    user_emails: z.array(inviteAddress).max(MAX_INVITES, tooMany).optional(),
    /** Instead of `user_emails`; what a row leaves out is taken from beside it. */
    invites: z.array(inviteRow).max(MAX_INVITES, tooMany).optional(),
    ...leadingTo,
  })
  .superRefine((body, ctx) => {
    for (const { path, message } of problemsOf(body)) {
      ctx.addIssue({ code: "custom", path: path.split("."), message });
    }
  });
export type InviteCreate = z.output<typeof inviteCreate>;

export const inviteResult = z.object({
  email: z.string(),
  status: z.enum(["invited", "reinvited", "user_exists"]),
  /** Empty where nobody is invited. */
  invite_url: z.string(),
  mail_status: z.union([z.enum(mailStatuses), z.literal("")]),
});
export type InviteResult = z.infer<typeof inviteResult>;

export const inviteQuery = z.object({ dry_run: flag });
export const inviteeQuery = z.object({ invitee_email: addressParam });
export const codeQuery = z.object({ email: addressParam, invite_code: z.string() });
export type CodeQuery = z.output<typeof codeQuery>;

export function inviteSignUp(limits: InputLimits) {
  return z.object({
    username: text().optional(),
    password: password(limits),
    display_name: displayName.default(""),
  });
}
export type InviteSignUp = z.output<ReturnType<typeof inviteSignUp>>;

export const inviteListQuery = pageQuery.extend({
  q: z.string().optional(),
  state: z.array(z.enum(inviteStates)).optional(),
  mail_status: z.array(z.enum(mailStatuses)).optional(),
  role: z.array(platformRole).optional(),
  /** Addresses, exactly. */
  id: z.array(addressParam).optional(),
  /** Absent: newest first. */
  sort: z.enum(inviteSorts).optional(),
  order: z.enum(["asc", "desc"]).optional(),
});
export type InviteListQuery = z.output<typeof inviteListQuery>;

export const invitePage = pageOf(userInvite);
export type InvitePage = z.infer<typeof invitePage>;

/** Of how many addresses one call may speak. */
function addresses(max: number) {
  return z
    .array(text().transform((value) => value.trim().toLowerCase()))
    .max(max, `At most ${max.toLocaleString("en")} addresses fit into one call.`)
    .transform((emails) => [...new Set(emails)]);
}

export const resendQuery = z.object({ new_link: flag, dry_run: flag });
export const invitesToResend = z.object({ ids: addresses(MAX_INVITES) });
export const revokeQuery = z.object({ dry_run: flag });
export const invitesToRevoke = z.object({ ids: addresses(MAX_BULK) });
