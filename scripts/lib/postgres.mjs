// Runs the PostgreSQL that comes with Muster, shared by all processes that use one data folder.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { codeOf } from "./error-code.mjs";
import { openCluster, passwordPath, role } from "./postgres-cluster.mjs";
import { ensureStarted, host } from "./postgres-control.mjs";

const database = "muster";
const startAttempts = 5;
const restartDelayMs = 1_000;
// Any fixed number will do: whoever uses the database holds this lock, so that the last one stops it.
const usersLock = 1_836_413_812;

const productSettings = {
  max_connections: "200",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
};

/** For throwaway databases only: a crash of the machine loses data. */
export const unsafeFastSettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
  shared_buffers: "128MB",
};

/** @typedef {import("./postgres-cluster.mjs").Cluster} Cluster */

/**
 * Starts the database of a data folder, or joins it when it already runs.
 *
 * @param {{ dataDir: string, log?: (message: string) => void, settings?: Record<string, string> }} options
 *   settings override ours
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} stop ends the database unless
 *   another process still uses it
 * @throws {Error} with one sentence for the administrator
 */
export async function startEmbeddedPostgres({ dataDir, log = () => {}, settings = {} }) {
  const cluster = await openCluster({
    dataDir: path.resolve(dataDir),
    log,
    settings: { ...productSettings, ...settings },
  });
  let stopping = false;
  let presence = await join(cluster);
  let restarting = Promise.resolve();
  watch();
  return { url: urlOf(presence.access, database), stop };

  function watch() {
    presence.client.once("end", () => {
      restarting = restart();
    });
  }

  async function restart() {
    while (!stopping) {
      log("The embedded database has stopped. Starting it again.");
      await sleep(restartDelayMs);
      if (stopping) return;
      try {
        presence = await join(cluster);
        return watch();
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
      }
    }
  }

  async function stop() {
    if (stopping) return;
    stopping = true;
    await restarting;
    await leave(cluster, presence.client);
  }
}

/** @typedef {import("./postgres-control.mjs").Address & { password: string }} Access */

/**
 * Makes sure that the database runs and holds a place in it.
 *
 * @param {Cluster} cluster
 * @returns {Promise<{ access: Access, client: pg.Client }>}
 */
async function join(cluster) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const access = {
        ...(await ensureStarted(cluster)),
        password: await readPassword(cluster.dataDir),
      };
      await createDatabase(access);
      const client = await connect(access, database);
      await client.query("SELECT pg_advisory_lock_shared($1)", [usersLock]);
      return { access, client };
    } catch (error) {
      // Another process may have stopped it between our look and our connection.
      if (attempt === startAttempts && codeOf(error) === "57P03") throw notReady(cluster);
      if (attempt === startAttempts || !isConnectionError(error)) throw error;
      await sleep(restartDelayMs / 2);
    }
  }
}

/** @param {Cluster} cluster */
function notReady({ dataDir }) {
  return new Error(
    `The embedded database in ${dataDir} is stopping or starting and takes no connections. Stop what still uses it, or try again in a moment.`,
  );
}

/** @param {Cluster} cluster @param {pg.Client} client */
async function leave({ dataDir, binaries, runner }, client) {
  client.on("error", () => {});
  const isLast = await client
    .query("SELECT pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) AS last", [usersLock])
    .then(({ rows }) => rows[0]?.last !== false)
    .catch(() => true);
  if (isLast) await runner.run(binaries.pg_ctl, ["stop", "-w", "-m", "fast", "-D", dataDir]);
  await client.end().catch(() => {});
}

/** @param {string} dataDir */
async function readPassword(dataDir) {
  const file = passwordPath(dataDir);
  const password = await readFile(file, "utf8").catch((error) => {
    throw new Error(
      `The password of the embedded database, ${file}, cannot be read (${codeOf(error)}).`,
    );
  });
  return password.trim();
}

/** @param {Access} access */
async function createDatabase(access) {
  const client = await connect(access, "postgres");
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
      database,
    ]);
    if (!rowCount) await client.query(`CREATE DATABASE ${database}`);
  } catch (error) {
    if (!["42P04", "23505"].includes(codeOf(error))) throw error;
  } finally {
    await client.end();
  }
}

/** @param {Access} access @param {string} name */
async function connect(access, name) {
  const client = new pg.Client({ connectionString: urlOf(access, name), keepAlive: true });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Over its socket where it has one, which costs less than TCP. @param {Access} access @param {string} name */
function urlOf({ port, socketDir, password }, name) {
  const url = new URL(`postgresql://${role}:${password}@${host}:${port}/${name}?sslmode=disable`);
  if (socketDir !== null) url.searchParams.set("host", socketDir);
  return url.href;
}

/** @param {unknown} error */
function isConnectionError(error) {
  return /^(ECONN|57P0|08|ENOENT)/.test(codeOf(error)) || /terminated/.test(String(error));
}
