// The databases and servers of a run, in a folder that goes away with it.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { migrate } from "../scripts/lib/migrate.mjs";
import { startEmbeddedPostgres } from "../scripts/lib/postgres.mjs";
import { seed } from "../scripts/seed/seed.mjs";
import { startServer } from "./server.mjs";

/** Most measurements run with this many users, or with the most there are. */
const usualSize = 100_000;

/** @typedef {Awaited<ReturnType<typeof createWorld>>} World */

/** @param {number[]} sizes numbers of users, ascending */
export async function createWorld(sizes) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "muster-bench-"));
  const dataDir = path.join(folder, "data");
  const largest = sizes.at(-1) ?? usualSize;
  const databases = new Map();
  /** @type {Awaited<ReturnType<typeof startEmbeddedPostgres>> | null} */
  let postgres = null;

  /** @param {number} size @returns {Promise<string>} the URL of a database with so many users */
  async function databaseOf(size) {
    postgres ??= await startEmbeddedPostgres({ dataDir: path.join(dataDir, "postgres") });
    // The largest is the one that a plain `npm start` on this folder finds.
    const url =
      size === largest ? postgres.url : await createDatabase(postgres.url, `users_${size}`);
    await migrate(url, { migrationsDir: "prisma/migrations" });
    console.log(`Seeding ${size.toLocaleString("en")} users.`);
    await seed(url, { users: size, log: () => {} });
    return url;
  }

  /** @param {number} size @returns {Promise<string>} */
  async function urlOf(size) {
    if (!databases.has(size)) databases.set(size, await databaseOf(size));
    return databases.get(size);
  }

  return {
    sizes,
    folder,
    dataDir,
    usualSize: sizes.includes(usualSize) ? usualSize : largest,
    largest,

    urlOf,

    /** @param {number} size */
    async serve(size) {
      return startServer({ DATABASE_URL: await urlOf(size), MUSTER_DATA_DIR: dataDir });
    },

    /** What the database does by itself, a minute or so after many rows have come. @param {number} size */
    async analyze(size) {
      const client = new pg.Client(databases.get(size));
      await client.connect();
      await client.query("ANALYZE");
      await client.end();
    },

    /** Leaves the database of the data folder to others, filled with the most users. */
    async release() {
      if (!databases.has(largest)) databases.set(largest, await databaseOf(largest));
      await postgres?.stop();
      postgres = null;
    },

    async close() {
      await postgres?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @param {string} url @param {string} name */
async function createDatabase(url, name) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return Object.assign(new URL(url), { pathname: name }).href;
}
