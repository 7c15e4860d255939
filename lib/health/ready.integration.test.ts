import { expect, test } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { GET as ready } from "@/app/api/ready/route";
import { closeDatabase, database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import { proxyDatabase } from "@/lib/testing/database-proxy";
import { anonymous } from "@/lib/testing/factories";
import { statementsOf } from "@/lib/testing/observe";

test("GET /api/ready answers 200 over a migrated database", async () => {
  expect((await callAs(anonymous, ready)).payload).toEqual({ status: "ok" });
});

test("GET /api/ready answers 503 while a migration is not finished", async () => {
  const { pool } = database();
  await pool.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', 'x', 'x')`,
  );
  expect((await callAs(anonymous, ready)).status).toBe(503);
  await pool.query(`DELETE FROM "_prisma_migrations" WHERE "id" = 'x'`);
});

test("GET /api/ready answers 503 over a database that was never migrated", async () => {
  const { pool } = database();
  await pool.query(`ALTER TABLE "_prisma_migrations" RENAME TO "hidden"`);
  try {
    expect((await callAs(anonymous, ready)).status).toBe(503);
  } finally {
    await pool.query(`ALTER TABLE "hidden" RENAME TO "_prisma_migrations"`);
  }
});

test("GET /api/ready answers 503 in words while the database says nothing", async () => {
  const proxy = await proxyDatabase();
  try {
    expect((await callAs(anonymous, ready)).status).toBe(200);
    proxy.hold();
    const { status, problem } = await callAs(anonymous, ready);
    expect({ status, message: problem.Message }).toEqual({
      status: 503,
      message: "The database does not answer in time. Try again in a moment.",
    });
    proxy.letGo();
    expect((await callAs(anonymous, ready)).status).toBe(200);
  } finally {
    await proxy.remove();
  }
});

test("GET /api/ready answers 503 where the database cannot write to its disk", async () => {
  const limit = (text: string) =>
    database().pool.query(`DO $$ BEGIN
      EXECUTE format('ALTER DATABASE %I ${text}', current_database()); END $$`);
  await limit("SET temp_file_limit = 0");
  await closeDatabase();
  try {
    expect((await callAs(anonymous, ready)).status).toBe(503);
  } finally {
    await limit("RESET temp_file_limit");
    await closeDatabase();
  }
  expect((await callAs(anonymous, ready)).status).toBe(200);
});

test("GET /api/health asks the database nothing", async () => {
  const statements = await statementsOf(async () => {
    expect((await callAs(anonymous, health)).payload).toEqual({ status: "ok" });
  });
  expect(statements).toEqual([]);
});
