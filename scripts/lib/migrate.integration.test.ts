import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { migrate } from "./migrate.mjs";

const { adminUrl, prefix } = inject("testServer");
const databaseName = `${prefix}migrate_${process.env.VITEST_POOL_ID}`;
const databaseUrl = Object.assign(new URL(adminUrl), { pathname: databaseName }).href;
const schemaPath = "prisma/schema.prisma";

let migrationsDir = "";

beforeEach(async () => {
  migrationsDir = await mkdtemp(path.join(os.tmpdir(), "muster-migrations-"));
  await query(adminUrl, `DROP DATABASE IF EXISTS ${databaseName} WITH (FORCE)`);
  await query(adminUrl, `CREATE DATABASE ${databaseName}`);
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

  test("says in one sentence that the database cannot be reached", async () => {
    const unreachable = "postgresql://user:hunter2@127.0.0.1:1/none";
    const attempt = migrate(unreachable, { migrationsDir, schemaPath });
    await expect(attempt).rejects.toThrow(
      /^The database at 127.0.0.1:1\/none cannot be reached: .*$/,
    );
    await expect(attempt).rejects.not.toThrow(/hunter2/);
  });
});

function run(): Promise<string[]> {
  return migrate(databaseUrl, { migrationsDir, schemaPath });
}

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(migrationsDir, name), { recursive: true });
  await writeFile(path.join(migrationsDir, name, "migration.sql"), sql);
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
}
