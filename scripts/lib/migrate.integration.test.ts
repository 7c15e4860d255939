import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { emptyDatabase, query } from "@/lib/testing/empty-database";
import { migrate } from "./migrate.mjs";
import { whilePreparing } from "./preparing.mjs";
import { withSchemaEngine } from "./schema-engine.mjs";

let databaseUrl = "";
let migrationsDir = "";

beforeEach(async () => {
  migrationsDir = await mkdtemp(path.join(os.tmpdir(), "muster-migrations-"));
  databaseUrl = await emptyDatabase("migrate");
});

afterEach(() => rm(migrationsDir, { recursive: true }));

describe("migrate", () => {
  test("applies what is missing, in order, and then nothing", async () => {
    await writeMigration("1_first", "CREATE TABLE first (id int);");
    await writeMigration("2_second", "ALTER TABLE first ADD COLUMN name text;");
    expect(await run()).toEqual(["1_first", "2_second"]);
    await writeMigration("3_third", "CREATE TABLE third (id int);");
    expect(await run()).toEqual(["3_third"]);
    expect(await run()).toEqual([]);
  });

  test("takes functions and literals with semicolons", async () => {
    await writeMigration(
      "1_function",
      "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;",
    );
    await run();
    expect(await query(databaseUrl, "SELECT f()")).toEqual([{ f: 2 }]);
  });

  test("changes nothing where a migration fails, says why, and takes the repaired one", async () => {
    await writeMigration("1_broken", "CREATE TABLE half (id int); SELECT 1 / 0;");
    await expect(run()).rejects.toThrow(/1_broken failed and changed nothing: division by zero/);
    expect(await query(databaseUrl, "SELECT to_regclass('half') AS half")).toEqual([
      { half: null },
    ]);

    await writeMigration("1_broken", "CREATE TABLE half (id int);");
    expect(await run()).toEqual(["1_broken"]);
  });

  test("is done once by processes that start together", async () => {
    await writeMigration("1_first", "CREATE TABLE first (id int);");
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat()).toEqual(["1_first"]);
  });

  test("leaves notes in which Prisma's own command finds nothing wrong", async () => {
    await writeMigration("1_first", "CREATE TABLE first (id int);");
    await writeMigration("2_second", "CREATE TABLE second (id int);\r\n");
    await run();
    expect(await diagnose()).toEqual({
      history: null,
      editedMigrationNames: [],
      failedMigrationNames: [],
      hasMigrationsTable: true,
    });
    expect(await applyWithEngine()).toEqual([]);
  });

  test("goes on where Prisma's own command has stopped", async () => {
    await writeMigration("1_first", "CREATE TABLE first (id int);");
    expect(await applyWithEngine()).toEqual(["1_first"]);
    await writeMigration("2_second", "CREATE TABLE second (id int);");
    expect(await run()).toEqual(["2_second"]);
    expect(await diagnose()).toMatchObject({ history: null, editedMigrationNames: [] });
  });

  test("forgets a migration that is noted as begun only", async () => {
    await writeMigration("1_broken", "SELECT 1 / 0;");
    await expect(applyWithEngine()).rejects.toThrow();
    await writeMigration("1_broken", "CREATE TABLE whole (id int);");
    expect(await run()).toEqual(["1_broken"]);
    expect(await diagnose()).toMatchObject({ history: null, failedMigrationNames: [] });
  });

  test("refuses a database that has migrations of a newer Muster, and leaves it alone", async () => {
    await writeMigration("1_first", "CREATE TABLE first (id int);");
    await writeMigration("2_newer", "CREATE TABLE newer (id int);");
    await run();
    await rm(path.join(migrationsDir, "2_newer"), { recursive: true });
    await writeMigration("1_other", "CREATE TABLE other (id int);");
    await expect(run()).rejects.toThrow(/^The database is newer than this Muster: .* 2_newer/);
    expect(await query(databaseUrl, "SELECT to_regclass('other') AS other")).toEqual([
      { other: null },
    ]);
  });

  test("refuses a migration that was changed after it was applied", async () => {
    await writeMigration("1_first", "CREATE TABLE first (id int);\n");
    await run();
    await writeMigration("1_first", "CREATE TABLE first (id bigint);\n");
    await expect(run()).rejects.toThrow(/^The migration 1_first is not the one/);
  });

  test("takes line ends as Git for Windows makes them for the same file", async () => {
    await writeMigration("1_first", "CREATE TABLE first\n(id int);\n");
    expect(await applyWithEngine()).toEqual(["1_first"]);
    await writeMigration("1_first", "CREATE TABLE first\r\n(id int);\r\n");
    expect(await run()).toEqual([]);
    expect(await diagnose()).toMatchObject({ editedMigrationNames: [] });
  });

  test("has as much time as it needs, whatever the role's statements may take", async () => {
    await query(
      databaseUrl,
      `ALTER DATABASE ${new URL(databaseUrl).pathname.slice(1)} SET statement_timeout = '50ms'`,
    );
    await writeMigration("1_slow", "SELECT pg_sleep(0.2);");
    expect(await run()).toEqual(["1_slow"]);
  });

  test("says that it waits for another process, and for how long it did", async () => {
    await writeMigration("1_first", "CREATE TABLE first (id int);");
    const said: string[] = [];
    const log = (message: string) => void said.push(message);
    await whilePreparing(databaseUrl, {}, async () => {
      const attempt = migrate(databaseUrl, { migrationsDir, log, waitMs: 100 });
      await expect(attempt).rejects.toThrow(
        /^Another process has been preparing .* more than 1 seconds \(connection \d+ of PostgreSQL\)/,
      );
    });
    expect(said).toEqual(["Another process is preparing the database. Waiting for it."]);
    expect(await run()).toEqual(["1_first"]);
  });

  test("says in one sentence that the database cannot be reached", async () => {
    const unreachable = "postgresql://user:hunter2@127.0.0.1:1/none";
    const attempt = migrate(unreachable, { migrationsDir });
    await expect(attempt).rejects.toThrow(
      /^The database at 127.0.0.1:1\/none cannot be reached: .*$/,
    );
    await expect(attempt).rejects.not.toThrow(/hunter2/);
  });
});

/** What the engine of Prisma's command does, in the build that needs no download. */
function withEngine<T>(work: (engine: SchemaEngine, list: MigrationList) => Promise<T>) {
  const schema = 'datasource db {\n  provider = "postgresql"\n}\n';
  return withSchemaEngine({ databaseUrl, schema }, async (engine) => {
    const names = (await readdir(migrationsDir)).sort();
    const migrationDirectories = await Promise.all(
      names.map(async (name) => {
        const value = await readFile(path.join(migrationsDir, name, "migration.sql"), "utf8");
        const content = { tag: "ok", value } as const;
        return { path: name, migrationFile: { path: "migration.sql", content } };
      }),
    );
    const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
    const list = { baseDir: migrationsDir, lockfile, shadowDbInitScript: "", migrationDirectories };
    return work(engine, list);
  });
}

const filters = { externalTables: [], externalEnums: [] };

function diagnose() {
  return withEngine((engine, migrationsList) =>
    engine.diagnoseMigrationHistory({ filters, migrationsList, optInToShadowDatabase: false }),
  );
}

function applyWithEngine(): Promise<string[]> {
  return withEngine(async (engine, migrationsList) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ filters, migrationsList });
    return appliedMigrationNames;
  });
}

function run(): Promise<string[]> {
  return migrate(databaseUrl, { migrationsDir });
}

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(migrationsDir, name), { recursive: true });
  await writeFile(path.join(migrationsDir, name, "migration.sql"), sql);
}
