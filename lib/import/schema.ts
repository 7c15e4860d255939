import { z } from "zod";
import type { InputLimits } from "@/lib/limits";
import { password } from "@/lib/user/password";
import { displayName, optionalRole } from "@/lib/user/schema";
import { flag, idSetInput, text } from "@/lib/wire-schemas";
import { importModes, MAX_ROWS } from "./values";

export const importQuery = z.object({ mode: z.enum(importModes), dry_run: flag });

/** What is wrong within a row is part of the answer, not a refusal of it. */
export const importBody = z.object({
  rows: z
    .array(z.record(z.string(), z.unknown()))
    .min(1, "Send at least one row.")
    .max(MAX_ROWS, `At most ${MAX_ROWS.toLocaleString("en")} rows fit into one import.`),
});

/** What a row may say, key by key; what it leaves out stays as it is, or as it usually is. */
export function importKeys(limits: InputLimits) {
  return {
    username: text()
      .trim()
      .min(1, "This is required.")
      .transform((value) => value.toLowerCase()),
    display_name: displayName.optional(),
    platform_role_id: optionalRole,
    /** Ids or names of groups. */
    user_group_ids: idSetInput.optional(),
    password: z
      .preprocess((value) => (value === "" ? undefined : value), password(limits).optional())
      .optional(),
  };
}

const doneRow = z.object({
  /** Its place, from 0. */
  row: z.int(),
  username: z.string(),
  action: z.enum(["created", "updated", "unchanged", "invited"]),
  /** The one that was made for a new account whose row had none; else empty. */
  password: z.string(),
});
export type DoneRow = z.infer<typeof doneRow>;

const rowError = z.object({
  row: z.int(),
  /** Within the row. */
  path: z.string(),
  message: z.string(),
});
export type RowError = z.infer<typeof rowError>;

export const importResult = z.object({ done: z.array(doneRow), errors: z.array(rowError) });
export type ImportResult = z.infer<typeof importResult>;
