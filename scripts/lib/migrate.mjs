// Brings a database to the state of prisma/migrations, and finds what the schema has on top.
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

const migrationsLock = 1_836_413_813;
const connectTimeoutMs = 10_000;
const oldestServerVersion = 140_000;
const filters = { externalTables: [], externalEnums: [] };
// Finishing a migration in its own transaction leaves no moment in which it is applied but not noted.
const finishStatement = `;
UPDATE "_prisma_migrations" SET "finished_at" = now()
WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL;`;

/** @typedef {{ migrationsDir: string, schemaPath: string }} SchemaPaths */

/**
 * Applies what is missing, one process at a time.
 *
 * @param {string} databaseUrl
 * @param {SchemaPaths & { log?: (message: string) => void }} options
 * @returns {Promise<string[]>} the names of the migrations that were applied
 * @throws {Error} with one sentence for the administrator
 */
export async function migrate(databaseUrl, { migrationsDir, schemaPath, log = () => {} }) {
  const migrations = await readMigrations(migrationsDir);
  const client = await connect(databaseUrl);
  try {
    await checkServerVersion(client);
    if (isComplete(migrations, await readFinished(client))) return [];
    await client.query("SELECT pg_advisory_lock($1)", [migrationsLock]);
    const finished = await readFinished(client);
    if (isComplete(migrations, finished)) return [];
    if (finished) await forgetUnfinished(client);
    log("Migrating the database.");
    return await apply({ databaseUrl, schemaPath, migrationsDir, migrations });
  } finally {
    await client.end();
  }
}

/**
 * Compares a migrated database with the schema.
 *
 * @param {string} databaseUrl
 * @param {{ schemaPath: string }} options
 * @returns {Promise<string>} the SQL that is missing to reach the schema; empty when there is none
 */
export async function checkDrift(databaseUrl, { schemaPath }) {
  const { withSchemaEngine } = await import("./schema-engine.mjs");
  const schema = await readFile(schemaPath, "utf8");
  const files = [{ path: "schema.prisma", content: schema }];
  const { exitCode, stdout } = await withSchemaEngine({ databaseUrl, schema }, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: path.dirname(schemaPath) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters,
      ...{ shadowDatabaseUrl: null },
    }),
  );
  if (exitCode === 0 || stdout === null) return "";
  return withoutIndexDrops(stdout, await readCoveringIndexes(databaseUrl));
}

/**
 * Writes the SQL of the next migration, without touching the database it is meant for.
 *
 * @param {string} scratchUrl an empty database that may be changed
 * @param {SchemaPaths} paths
 * @returns {Promise<string>} empty when the migrations already lead to the schema
 */
export async function diffMigration(scratchUrl, paths) {
  await migrate(scratchUrl, paths);
  return checkDrift(scratchUrl, paths);
}

/**
 * The schema language has no word for `INCLUDE`, so the engine would drop such an index.
 *
 * @param {string} databaseUrl
 * @returns {Promise<Set<string>>}
 */
async function readCoveringIndexes(databaseUrl) {
  const client = await connect(databaseUrl);
  const { rows } = await client
    .query(
      `SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
       WHERE indnatts > indnkeyatts`,
    )
    .finally(() => client.end());
  return new Set(rows.map((row) => String(row.relname)));
}

/** @param {string} script @param {Set<string>} indexes */
function withoutIndexDrops(script, indexes) {
  const steps = script.trim().split(/\n\n(?=-- )/);
  const kept = steps.filter((step) => {
    const dropped = /^-- DropIndex\nDROP INDEX "(.+)";$/.exec(step)?.[1];
    return dropped === undefined || !indexes.has(dropped);
  });
  return kept.length === 0 ? "" : `${kept.join("\n\n")}\n`;
}

/** @typedef {{ name: string, sql: string }} Migration */

/** @param {string} migrationsDir @returns {Promise<Migration[]>} */
async function readMigrations(migrationsDir) {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => existsSync(path.join(migrationsDir, name, "migration.sql")))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      sql: await readFile(path.join(migrationsDir, name, "migration.sql"), "utf8"),
    })),
  );
}

/** @param {string} databaseUrl */
async function connect(databaseUrl) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectTimeoutMs,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const place = `${client.host}:${client.port}/${client.database}`;
    throw new Error(`The database at ${place} cannot be reached: ${reasonOf(error)}.`);
  }
}

/** @param {pg.Client} client */
async function checkServerVersion(client) {
  const { rows } = await client.query("SHOW server_version_num");
  const version = Number(rows[0]?.server_version_num);
  if (version >= oldestServerVersion) return;
  throw new Error(
    `Muster needs PostgreSQL 14 or newer; the database is version ${Math.trunc(version / 10_000)}.`,
  );
}

/** @param {pg.Client} client @returns {Promise<Set<string> | null>} null before the first migration */
async function readFinished(client) {
  const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') AS "table"`);
  if (rows[0]?.table === null) return null;
  const finished = await client.query(
    `SELECT "migration_name" FROM "_prisma_migrations"
     WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`,
  );
  return new Set(finished.rows.map((row) => String(row.migration_name)));
}

/** @param {Migration[]} migrations @param {Set<string> | null} finished */
function isComplete(migrations, finished) {
  return finished !== null && migrations.every(({ name }) => finished.has(name));
}

/**
 * A migration is one transaction together with its note, so an unfinished one has changed nothing.
 *
 * @param {pg.Client} client
 */
async function forgetUnfinished(client) {
  await client.query(
    `UPDATE "_prisma_migrations" SET "rolled_back_at" = now()
     WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL`,
  );
}

/** @param {SchemaPaths & { databaseUrl: string, migrations: Migration[] }} options */
async function apply({ databaseUrl, schemaPath, migrationsDir, migrations }) {
  const { withSchemaEngine } = await import("./schema-engine.mjs");
  const schema = await readFile(schemaPath, "utf8");
  const scripts = new Map(migrations.map(({ name, sql }) => [sql, name]));
  let current = "";
  const prepareScript = (/** @type {string} */ script) => {
    current = scripts.get(script) ?? current;
    return scripts.has(script) ? script + finishStatement : script;
  };
  try {
    return await withSchemaEngine({ databaseUrl, schema, prepareScript }, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        filters,
        migrationsList: toMigrationList(migrationsDir, migrations),
      });
      return appliedMigrationNames;
    });
  } catch (error) {
    const what = current ? `migration ${current} failed and changed nothing` : "migrations failed";
    throw new Error(`The ${what}: ${reasonOf(error)}.`, { cause: error });
  }
}

/** @param {string} baseDir @param {Migration[]} migrations */
function toMigrationList(baseDir, migrations) {
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: /** @type {const} */ ({ tag: "ok", value: sql }),
      },
    })),
  };
}

/** @param {unknown} error */
function reasonOf(error) {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message.trim() : String(error);
}
