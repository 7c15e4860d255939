// What was stored before names were folded without marks, once the migration has made it anew.
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { searchTextOf } from "@/lib/audit/repository";
import { foldCase } from "@/lib/fold";
import { emptyDatabase, query } from "@/lib/testing/empty-database";
import { migrate } from "@/scripts/lib/migrate.mjs";

const MIGRATION = "20261129073000_fold_names";

/** A database as the migrations before this one leave it. */
async function olderDatabase(): Promise<string> {
  const url = await emptyDatabase("fold_names");
  const migrationsDir = await mkdtemp(path.join(os.tmpdir(), "muster-older-"));
  try {
    await cp("prisma/migrations", migrationsDir, { recursive: true });
    const later = (await readdir(migrationsDir)).filter(
      (name) => /^\d/.test(name) && name >= MIGRATION,
    );
    for (const name of later) await rm(path.join(migrationsDir, name), { recursive: true });
    await migrate(url, { migrationsDir });
  } finally {
    await rm(migrationsDir, { recursive: true });
  }
  return url;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** What was added to Unicode lately, and not every database knows. */
const recent = /[\u1ab0-\u1aff\ua7cb-\ua7f1]/;
const shown = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

/** The letters, marks and signs of the basic plane, 64 to a name: capitals, full-width forms and ligatures among them. */
function names(): string[] {
  const letters = Array.from({ length: 0xffff }, (_, code) =>
    String.fromCodePoint(code + 1),
  ).filter((letter) => shown.test(letter) && !recent.test(letter));
  return Array.from({ length: Math.ceil(letters.length / 64) }, (_, row) =>
    letters.slice(row * 64, row * 64 + 64).join(""),
  );
}

test("is folded as new names are, and kept in NFC", async () => {
  const url = await olderDatabase();
  const given = [...names(), "Jose\u0301 İbrahim", "plain ASCII Name", " \u3164", "   "];
  const users = given.map(
    (name, at) => `(gen_random_uuid(), 'u${String(at)}', ${quoted(name)}, '')`,
  );
  await query(
    url,
    `INSERT INTO "User" ("id", "username", "displayName", "displayNameLower", "platformRoleId", "createdBy")
     SELECT u.*, 'auditor', 'x' FROM (VALUES ${users.join()}) AS u;
     UPDATE "User" SET "displayNameLower" = lower("displayName");
     INSERT INTO "AccessToken" ("id", "userId", "userName", "name", "nameLower", "tokenHash", "createdBy", "createdAt", "expiresAt")
     SELECT gen_random_uuid(), "id", "username", "displayName", lower("displayName"), sha256(uuid_send("id")), 'x', now(), now()
     FROM "User";
     INSERT INTO "AuditEntry" ("id", "at", "actor", "verb", "targetType", "target", "targetName", "ip", "userAgent", "requestId")
     SELECT gen_random_uuid(), now(), 'x', 'user.create', 'user', "username", "displayName", '', '', '' FROM "User"`,
  );
  await migrate(url, { migrationsDir: "prisma/migrations" });

  const stored = await query(
    url,
    `SELECT u."username", u."displayName", u."displayNameLower", t."nameLower", e."searchText"
     FROM "User" u JOIN "AccessToken" t ON t."userId" = u."id" JOIN "AuditEntry" e ON e."target" = u."username"`,
  );
  const expected = given.map((name, at) => {
    const username = `u${String(at)}`;
    const kept = at >= given.length - 2 ? "" : name.normalize("NFC");
    return {
      username,
      displayName: kept,
      displayNameLower: foldCase(kept),
      nameLower: foldCase(name),
      searchText: searchTextOf({
        actor: "x",
        verb: "user.create",
        target: username,
        targetName: name,
      }),
    };
  });
  const order = (rows: Record<string, unknown>[]) =>
    [...rows].sort((a, b) => String(a["username"]).localeCompare(String(b["username"])));
  expect(order(stored)).toEqual(order(expected));
});
