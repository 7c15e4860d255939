// Writes the next migration from what the schema has on top of the migrations there are.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { ensureReady } from "./lib/ensure.mjs";
import { reportFailure } from "./lib/report-failure.mjs";

const migrationsDir = "prisma/migrations";
const schemaPath = "prisma/schema.prisma";
const lockFile = path.join(migrationsDir, "migration_lock.toml");

try {
  await ensureReady();
  const sql = await nextMigration();
  if (sql === "") console.log("The migrations already lead to the schema.");
  else await writeMigration(readName(), sql);
} catch (error) {
  reportFailure(error);
}

function readName() {
  const name = process.argv[2] ?? "";
  if (/^[a-z0-9_]+$/.test(name)) return name;
  throw new Error("Name the migration: npm run db:migration -- add_groups");
}

async function nextMigration() {
  readName();
  const { diffMigration } = await import("./lib/drift.mjs");
  const { startEmbeddedPostgres, unsafeFastSettings } = await import("./lib/postgres.mjs");
  const scratchDir = await mkdtemp(path.join(os.tmpdir(), "muster-migration-"));
  const dataDir = path.join(scratchDir, "postgres");
  try {
    const { url, stop } = await startEmbeddedPostgres({ dataDir, settings: unsafeFastSettings });
    return await diffMigration(url, { migrationsDir, schemaPath }).finally(stop);
  } finally {
    await rm(scratchDir, { recursive: true, force: true });
  }
}

/** @param {string} name @param {string} sql */
async function writeMigration(name, sql) {
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const dir = path.join(migrationsDir, `${time}_${name}`);
  await mkdir(dir, { recursive: true });
  await writeFile(path.join(dir, "migration.sql"), sql);
  if (!existsSync(lockFile)) await writeFile(lockFile, 'provider = "postgresql"\n');
  console.log(`Written: ${dir}/migration.sql. Add by hand what the schema language cannot say.`);
}
