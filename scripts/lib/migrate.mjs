// Brings a database to the state of prisma/migrations, with notes that Prisma's own command understands.
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { reasonOf } from "./connect.mjs";
import { checkRights } from "./fitness.mjs";
import { whilePreparing } from "./preparing.mjs";

// As `prisma migrate deploy` makes it.
const createNotes = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id"                  varchar(36) PRIMARY KEY,
  "checksum"            varchar(64) NOT NULL,
  "finished_at"         timestamptz,
  "migration_name"      varchar(255) NOT NULL,
  "logs"                text,
  "rolled_back_at"      timestamptz,
  "started_at"          timestamptz NOT NULL DEFAULT now(),
  "applied_steps_count" integer NOT NULL DEFAULT 0
)`;
const note = `
INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
VALUES ($1, $2, $3, clock_timestamp(), 1)`;
// A migration is one transaction together with its note, so one that is noted as begun has changed nothing.
const forgetUnfinished = `
UPDATE "_prisma_migrations" SET "rolled_back_at" = now()
WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL`;

/** @import pg from "pg" */
/** @typedef {{ migrationsDir: string, log?: (message: string) => void }} Options */
/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/**
 * As {@link applyMigrations}, for whoever has nothing else to prepare.
 *
 * @param {string} databaseUrl
 * @param {Options & { waitMs?: number }} options
 */
export function migrate(databaseUrl, options) {
  return whilePreparing(databaseUrl, options, (client) => applyMigrations(client, options));
}

/**
 * @param {pg.Client} client of `whilePreparing`
 * @param {Options} options
 * @returns {Promise<string[]>} the names of the migrations that were applied
 * @throws {Error} with one sentence for the administrator
 */
export async function applyMigrations(client, { migrationsDir, log = () => {} }) {
  const migrations = await readMigrations(migrationsDir);
  const noted = await readNoted(client);
  refuseUnknown(migrations, noted);
  refuseChanged(migrations, noted);
  const missing = migrations.filter(({ name }) => !noted.has(name));
  if (missing.length === 0) return [];
  await checkRights(client);
  log("Migrating the database.");
  await client.query(createNotes);
  await client.query(forgetUnfinished);
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
}

/** @param {string} migrationsDir @returns {Promise<Migration[]>} in the order in which they apply */
async function readMigrations(migrationsDir) {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => existsSync(path.join(migrationsDir, name, "migration.sql")))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(migrationsDir, name, "migration.sql"), "utf8");
      // Git may have checked it out with the line ends of Windows.
      const sql = text.replaceAll("\r\n", "\n");
      return { name, sql, checksum: checksumOf(sql) };
    }),
  );
}

/** @param {string} sql */
function checksumOf(sql) {
  return createHash("sha256").update(sql).digest("hex");
}

/** @param {pg.Client} client @returns {Promise<Map<string, string>>} checksums of finished migrations, by name */
async function readNoted(client) {
  const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') AS "table"`);
  if (rows[0]?.table === null) return new Map();
  const finished = await client.query(
    `SELECT "migration_name", "checksum" FROM "_prisma_migrations"
     WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`,
  );
  return new Map(finished.rows.map((row) => [String(row.migration_name), String(row.checksum)]));
}

/** @param {Migration[]} migrations @param {Map<string, string>} noted */
function refuseUnknown(migrations, noted) {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...noted.keys()].filter((name) => !known.has(name)).sort();
  if (unknown.length === 0) return;
  throw new Error(
    `The database is newer than this Muster: it has the migration ${unknown.at(-1)}, which this one does not know. ` +
      "Start the newer Muster, or restore a backup from before the upgrade.",
  );
}

/** @param {Migration[]} migrations @param {Map<string, string>} noted */
function refuseChanged(migrations, noted) {
  const changed = migrations.find(({ name, sql, checksum }) => {
    const found = noted.get(name);
    return found !== undefined && found !== checksum && found !== checksumOf(withWindowsLines(sql));
  });
  if (!changed) return;
  throw new Error(
    `The migration ${changed.name} is not the one that the database was migrated with: its file was changed since. ` +
      "Start the Muster that made the database, or restore the file.",
  );
}

/** @param {string} sql */
function withWindowsLines(sql) {
  return sql.replaceAll("\n", "\r\n");
}

/** @param {pg.Client} client @param {Migration} migration */
async function apply(client, { name, sql, checksum }) {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(note, [randomUUID(), checksum, name]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw new Error(`The migration ${name} failed and changed nothing: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
}
