import { z } from "zod";
import { optionalRole, user } from "@/lib/user/schema";
import { usernameParam } from "@/lib/user/username";
import { MAX_BULK } from "@/lib/user/values";
import { flag, idSetInput, pageOf, pageQuery, text } from "@/lib/wire-schemas";
import { MAX_REASON, pendingUserSorts, standings } from "./values";

/** As a user, who has nothing yet. */
export const pendingUser = user
  .extend({
    platform_role_id: z.literal(""),
    /** The id of the provider that they signed in at. */
    provider: z.string(),
  })
  .meta({ id: "PendingUser" });
export type PendingUser = z.infer<typeof pendingUser>;

export const pendingUserPath = z.object({ username: usernameParam });

/** What somebody becomes who is let in. */
export const admission = z.object({
  platform_role_id: optionalRole.default("service-user"),
  user_group_ids: idSetInput.default([]),
});
export type Admission = z.output<typeof admission>;

export const rejection = z.object({
  /** Told to whoever is refused; empty where there is none. */
  reason: text(MAX_REASON).trim().default(""),
});

const ids = z
  .array(text().transform((value) => value.toLowerCase()))
  .max(MAX_BULK, `At most ${MAX_BULK.toLocaleString("en")} ids fit into one call.`)
  .transform((names) => [...new Set(names)]);

export const bulkQuery = z.object({ dry_run: flag });
export const bulkAdmission = admission.extend({ ids });
export type BulkAdmission = z.output<typeof bulkAdmission>;
export const bulkRejection = rejection.extend({ ids });

export const pendingUserListQuery = pageQuery.extend({
  q: z.string().optional(),
  provider: z.array(z.string()).optional(),
  sort: z.enum(pendingUserSorts).default("username"),
  order: z.enum(["asc", "desc"]).default("asc"),
});
export type PendingUserListQuery = z.output<typeof pendingUserListQuery>;

export const pendingUserPage = pageOf(pendingUser);
export type PendingUserPage = z.infer<typeof pendingUserPage>;

export const pendingState = z.object({ state: z.enum(standings), provider: z.string() });
export type PendingState = z.infer<typeof pendingState>;
