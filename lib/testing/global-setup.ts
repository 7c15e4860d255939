// Starts one throwaway PostgreSQL for a test run and prepares the template that files are cloned from.
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { prepareDatabase } from "@/lib/server/prepare-database";
import { startEmbeddedPostgres, unsafeFastSettings } from "@/scripts/lib/postgres.mjs";

const databasePrefix = "muster_test_";

export interface TestServer {
  /** Of a database that is connected to only to create and drop others. */
  adminUrl: string;
  template: string;
  prefix: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer(project.config.root);
  try {
    return await prepare(project, server);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

type Server = Awaited<ReturnType<typeof startServer>>;

async function prepare(project: TestProject, server: Server) {
  const { root } = project.config;
  const prefix = `${databasePrefix}${process.pid}_`;
  const template = `${prefix}template`;
  await dropAbandoned(server.url);
  await query(server.url, `CREATE DATABASE ${template}`);
  const migrationsDir = path.join(root, "prisma/migrations");
  await prepareDatabase(urlOfDatabase(server.url, template), { migrationsDir });
  project.provide("testServer", { adminUrl: server.url, template, prefix });

  return async () => {
    await dropDatabases(server.url, (name) => name.startsWith(prefix));
    await server.stop();
  };
}

function startServer(root: string) {
  const existing = process.env.TEST_DATABASE_URL;
  if (existing) return { url: existing, stop: () => Promise.resolve() };
  const dataDir = path.join(root, ".data/test/postgres");
  return startEmbeddedPostgres({ dataDir, settings: unsafeFastSettings });
}

function dropAbandoned(adminUrl: string) {
  return dropDatabases(adminUrl, (name) => {
    const pid = Number(name.slice(databasePrefix.length).split("_")[0]);
    return !isAlive(pid);
  });
}

async function dropDatabases(adminUrl: string, isUnwanted: (name: string) => boolean) {
  const { rows } = await query(adminUrl, "SELECT datname FROM pg_database");
  const names = rows
    .map((row) => String(row.datname))
    .filter((name) => name.startsWith(databasePrefix) && isUnwanted(name));
  for (const name of names) {
    await query(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function urlOfDatabase(adminUrl: string, name: string): string {
  return Object.assign(new URL(adminUrl), { pathname: name }).href;
}

async function query(url: string, sql: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await client.query<Record<string, unknown>>(sql);
  } finally {
    await client.end();
  }
}
