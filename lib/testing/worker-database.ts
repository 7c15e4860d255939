// Gives every integration test file a database of its own, cloned from the migrated template.
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { settleEnv, readVariables } from "@/lib/env";

const { adminUrl, template, prefix } = inject("testServer");
const name = `${prefix}${process.env.VITEST_POOL_ID}`;
const url = Object.assign(new URL(adminUrl), { pathname: name }).href;

/** Empties the world: what follows sees a database as after the first start. */
export async function freshDatabase(): Promise<void> {
  await closeDatabase();
  const client = new pg.Client(adminUrl);
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  await client.end();
}

export const testMasterKey = "test-master-key-of-at-least-32-characters";

/** Whatever the file before has set. */
export function settleTestEnv(): void {
  settleEnv({
    ...readVariables({ LOG_LEVEL: process.env.LOG_LEVEL ?? "silent" }),
    DATABASE_URL: url,
    MUSTER_SECRET: "test-secret-of-at-least-32-characters!",
    MUSTER_MASTER_KEY: testMasterKey,
    MUSTER_SETUP_TOKEN: "test-setup-token",
    MUSTER_DATA_DIR: path.join(os.tmpdir(), name),
  });
}
