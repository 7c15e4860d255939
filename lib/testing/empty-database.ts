// Databases beside the worker's own, for what makes or refuses whole databases.
import pg from "pg";
import { inject } from "vitest";

const { adminUrl, prefix } = inject("testServer");

/**
 * @param stem a name that no other file uses
 * @param options of CREATE DATABASE
 * @returns the URL of a database with nothing in it; what had the name before is gone
 */
export async function emptyDatabase(stem: string, options = ""): Promise<string> {
  const name = prefix + stem;
  await query(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await query(adminUrl, `CREATE DATABASE ${name} ${options}`);
  return Object.assign(new URL(adminUrl), { pathname: name }).href;
}

/** Runs statements over a connection of their own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
}
