import "server-only";
import { z } from "zod";
import { audit } from "@/lib/audit/audit";
import { requireStanding } from "@/lib/auth/standing";
import { authorize } from "@/lib/authorize";
import type { Context, Tx } from "@/lib/context";
import { hashPassword } from "@/lib/crypto/passwords";
import { previewTransaction, transaction } from "@/lib/db/transaction";
import { conflict, invalid } from "@/lib/errors";
import { generatePassword } from "@/lib/generate-password";
import { groupsNamed } from "@/lib/group/effects";
import { makeInvites, requireNoAccounts } from "@/lib/invite/service";
import type { InputLimits } from "@/lib/limits";
import { inputLimits } from "@/lib/server-settings/effects";
import { dropLostConfigs, lockLosing } from "@/lib/reach/losing";
import { changeUsers, insertUsers, lockUsers } from "@/lib/user/effects";
import { withoutUnsent } from "@/lib/wire";
import { describeIssue } from "@/lib/wire-schemas";
import { importAudit } from "./audit";
import { planOf, type Creation, type Plan, type ReadRow } from "./policy";
import { importKeys, type DoneRow, type ImportResult, type RowError } from "./schema";
import { MAX_CREATED, type ImportMode } from "./values";

interface Importing {
  rows: readonly Record<string, unknown>[];
  mode: ImportMode;
  /** Tells what would be done, and does nothing. */
  isDryRun: boolean;
  /** What the links of invites begin with. */
  origin: string;
}

const IMPORT_TIMEOUT_MS = 120_000;

/** Makes, invites and changes users by a list: nothing of it where something is wrong with a row. */
export async function importUsers(
  ctx: Context,
  { rows, mode, isDryRun, origin }: Importing,
): Promise<ImportResult> {
  authorize(ctx, "users:write");
  const limits = await inputLimits(ctx.db);
  const read = readRows(rows, limits);
  const planned = await previewTransaction(ctx, (tx) => plan(tx, read, mode));
  if (planned.creations.length > MAX_CREATED) throw tooMany();
  const { errors } = planned;
  if (isDryRun || errors.length > 0) return { done: doneBy(planned), errors };
  // Each hash takes its time, during which nothing is locked.
  const hashed = await hashAll(planned.creations, limits);
  return transaction(ctx, (tx) => write(tx, { rows: read, mode, origin, hashed }), {
    timeoutMs: IMPORT_TIMEOUT_MS,
  });
}

function tooMany() {
  const most = MAX_CREATED.toLocaleString("en");
  const message = `At most ${most} accounts can be made by one import. Import in parts, or invite people instead.`;
  return invalid([{ path: "rows", message }]);
}

/** Each key by itself, so that all that is wrong with a row is found at once. */
function readRows(rows: Importing["rows"], limits: InputLimits): ReadRow[] {
  const keys = importKeys(limits);
  return rows.map((given, row) => {
    const sent = withoutUnsent(given);
    const errors: RowError[] = [];
    function read<T>(key: string, schema: z.ZodType<T>): T | undefined {
      const parsed = schema.safeParse(sent[key], { error: describeIssue });
      if (parsed.success) return parsed.data;
      for (const { path, message } of parsed.error.issues) {
        errors.push({ row, path: [key, ...path].join("."), message });
      }
      return undefined;
    }
    const name = read("display_name", keys.display_name);
    const role = read("platform_role_id", keys.platform_role_id);
    const groups = read("user_group_ids", keys.user_group_ids);
    const password = read("password", keys.password);
    return {
      row,
      username: read("username", keys.username) ?? "",
      ...(name !== undefined && { display_name: name }),
      ...(role !== undefined && { platform_role_id: role }),
      ...(groups && { user_group_ids: groups }),
      ...(password !== undefined && { password }),
      errors,
    };
  });
}

/** What the import would do; in its transaction the users and groups that it is about are locked. */
async function plan(tx: Tx, rows: readonly ReadRow[], mode: ImportMode): Promise<Plan> {
  await lockLosing(tx, "many");
  const users = await lockUsers(
    tx,
    rows.map(({ username }) => username),
  );
  const groups = await groupsNamed(tx, {
    named: rows.flatMap(({ user_group_ids: given = [] }) => given),
    ids: users.flatMap(({ entity }) => Object.keys(entity.user_group_ids)),
  });
  return planOf(rows, { actor: tx.actor, mode, users, groups });
}

function doneBy(
  { creations, updates, unchanged, invites }: Plan,
  passwords: ReadonlyMap<string, string> = new Map(),
): DoneRow[] {
  const done: DoneRow[] = [
    ...creations.map(({ row, username }) => ({
      row,
      username,
      action: "created" as const,
      password: passwords.get(username) ?? "",
    })),
    ...updates.map(({ row, before }) => ({
      row,
      username: before.entity.username,
      action: "updated" as const,
      password: "",
    })),
    ...unchanged.map((each) => ({ ...each, action: "unchanged" as const, password: "" })),
    ...invites.map(({ row, email }) => ({
      row,
      username: email,
      action: "invited" as const,
      password: "",
    })),
  ];
  return done.sort((a, b) => a.row - b.row);
}

interface Hashed {
  hash: string;
  /** Empty where the row had one. */
  generated: string;
}

async function hashAll(
  creations: readonly Creation[],
  { passwordMinLength }: InputLimits,
): Promise<Map<string, Hashed>> {
  const hashed = new Map<string, Hashed>();
  for (const { username, password } of creations) {
    const generated = password === undefined ? generatePassword(passwordMinLength) : "";
    hashed.set(username, { hash: await hashPassword(password ?? generated), generated });
  }
  return hashed;
}

interface Writing {
  rows: readonly ReadRow[];
  mode: ImportMode;
  origin: string;
  hashed: ReadonlyMap<string, Hashed>;
}

async function write(tx: Tx, { rows, mode, origin, hashed }: Writing): Promise<ImportResult> {
  await lockLosing(tx, "many");
  // The hashes have taken their time.
  await requireStanding(tx);
  const planned = await plan(tx, rows, mode);
  if (planned.errors.length > 0) return { done: doneBy(planned), errors: planned.errors };
  const { creations, updates, unchanged, invites } = planned;
  const changing = updates.map(({ before, groupIds }) => ({ userId: before.id, groupIds }));
  const lost = await dropLostConfigs(tx, { users: changing });
  await changeUsers(tx, updates, lost);
  await insertUsers(
    tx,
    creations.map(({ username, displayName, role, groupIds }) => ({
      username,
      displayName,
      platformRoleId: role,
      groupIds,
      passwordHash: hashOf(username, hashed),
    })),
  );
  if (invites.length > 0) {
    await requireNoAccounts(
      tx,
      invites.map(({ email }) => email),
    );
    await makeInvites(tx, invites, origin);
  }
  await audit(tx, importAudit, {
    verb: "user.import",
    target: "",
    targetName: "",
    before: {},
    after: {
      created: creations.length,
      updated: updates.length,
      unchanged: unchanged.length,
      invited: invites.length,
    },
  });
  const passwords = new Map([...hashed].map(([username, { generated }]) => [username, generated]));
  return { done: doneBy(planned, passwords), errors: [] };
}

/** @throws AppError `conflict` for somebody who was there when the hashes were made, and is gone now */
function hashOf(username: string, hashed: ReadonlyMap<string, Hashed>): string {
  const found = hashed.get(username);
  if (!found) throw conflict(`${username} was deleted just now. Import again.`);
  return found.hash;
}
