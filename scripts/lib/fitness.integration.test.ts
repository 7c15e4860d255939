import { describe, expect, test } from "vitest";
import { emptyDatabase, query } from "@/lib/testing/empty-database";
import { startTransactionPooler } from "@/lib/testing/transaction-pooler";
import { migrate } from "./migrate.mjs";

const migrationsDir = "prisma/migrations";

function nameOf(databaseUrl: string): string {
  return new URL(databaseUrl).pathname.slice(1);
}

/** A role that may sign in and nothing else, for as long as `work` runs. */
async function asPoorRole(
  databaseUrl: string,
  work: (url: string, role: string) => Promise<void>,
): Promise<void> {
  const role = `${nameOf(databaseUrl)}_role`;
  await query(databaseUrl, `CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
  await query(databaseUrl, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
  try {
    const url = Object.assign(new URL(databaseUrl), { username: role, password: "secret" });
    await work(url.href, role);
  } finally {
    await query(databaseUrl, `DROP OWNED BY ${role} CASCADE`);
    await query(databaseUrl, `DROP ROLE ${role}`);
  }
}

describe("a start is refused, in one sentence,", () => {
  test("for a role that may not create what the first start makes", async () => {
    const databaseUrl = await emptyDatabase("poor");
    await asPoorRole(databaseUrl, async (url, role) => {
      const run = () => migrate(url, { migrationsDir });
      await expect(run()).rejects.toThrow(
        `The role ${role} may not create tables: run GRANT CREATE ON SCHEMA public TO ${role} in`,
      );
      await query(databaseUrl, `GRANT CREATE ON SCHEMA public TO ${role}`);
      await expect(run()).rejects.toThrow(
        `The role ${role} may not create schemas and extensions: run GRANT CREATE ON DATABASE ${nameOf(databaseUrl)} TO ${role}.`,
      );
      await query(databaseUrl, `GRANT CREATE ON DATABASE ${nameOf(databaseUrl)} TO ${role}`);
      expect(await run()).not.toEqual([]);
    });
  });

  test("for a role whose search path leads nowhere", async () => {
    const databaseUrl = await emptyDatabase("nowhere");
    await query(databaseUrl, `ALTER DATABASE ${nameOf(databaseUrl)} SET search_path = missing`);
    await expect(migrate(databaseUrl, { migrationsDir })).rejects.toThrow(
      /has no schema to create tables in: its search_path names none/,
    );
  });

  test("for a database that takes no writes", async () => {
    const databaseUrl = await emptyDatabase("read_only");
    const name = nameOf(databaseUrl);
    await query(databaseUrl, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await expect(migrate(databaseUrl, { migrationsDir })).rejects.toThrow(
      `The database ${name} is read-only: `,
    );
  });

  test("for a database that cannot hold every text", async () => {
    const encoding = "ENCODING 'LATIN1' TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'";
    const databaseUrl = await emptyDatabase("latin", encoding);
    await expect(migrate(databaseUrl, { migrationsDir })).rejects.toThrow(
      /is encoded in LATIN1, which cannot hold every text/,
    );
  });

  test("behind a pooler that shares sessions, and leaves no lock in one", async () => {
    const databaseUrl = await emptyDatabase("pooled");
    const pooler = await startTransactionPooler(databaseUrl);
    try {
      await expect(migrate(pooler.url, { migrationsDir })).rejects.toThrow(
        /^127\.0\.0\.1:\d+ is a pooler that gives every transaction another session/,
      );
      expect(
        await query(
          databaseUrl,
          `SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database
           WHERE locktype = 'advisory' AND datname = current_database()`,
        ),
      ).toEqual([]);
    } finally {
      await pooler.stop();
    }
  });
});
