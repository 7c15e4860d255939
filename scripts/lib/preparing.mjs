// Opens a database for what one process at a time may do there: whatever the start creates.
import { connect } from "./connect.mjs";
import { codeOf } from "./error-code.mjs";
import { checkFitness } from "./fitness.mjs";

// Any fixed number will do.
const preparingLock = 1_836_413_813;
const longestWaitMs = 10 * 60_000;

/** @import pg from "pg" */

/**
 * @template T
 * @param {string} databaseUrl
 * @param {{ log?: (message: string) => void, waitMs?: number }} options waitMs: how long to wait for others
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Error} with one sentence for the administrator
 */
export async function whilePreparing(
  databaseUrl,
  { log = () => {}, waitMs = longestWaitMs },
  work,
) {
  const client = await connect(databaseUrl);
  try {
    await checkFitness(client, databaseUrl);
    await liftTimeLimits(client);
    await takeLock(client, { log, waitMs });
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * A migration of a large table takes longer than what suits the statements of a role.
 *
 * @param {pg.Client} client
 */
async function liftTimeLimits(client) {
  await client.query(
    `SELECT set_config(name, '0', false) FROM pg_settings
     WHERE name IN ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')`,
  );
}

/** @param {pg.Client} client @param {{ log: (message: string) => void, waitMs: number }} options */
async function takeLock(client, { log, waitMs }) {
  const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS taken", [preparingLock]);
  if (rows[0]?.taken) return;
  log("Another process is preparing the database. Waiting for it.");
  await client.query(`SET lock_timeout = ${waitMs}`);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [preparingLock]);
  } catch (error) {
    if (codeOf(error) === "55P03") throw await waitedTooLong(client, waitMs);
    throw error;
  }
  await client.query("RESET lock_timeout");
}

/** @param {pg.Client} client @param {number} waitMs */
async function waitedTooLong(client, waitMs) {
  const { rows } = await client.query(
    `SELECT pid FROM pg_locks
     WHERE locktype = 'advisory' AND granted AND (classid, objid, objsubid) = (0, $1, 1)
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [preparingLock],
  );
  const holder = rows[0] ? `connection ${rows[0].pid}` : "a connection";
  const seconds = Math.ceil(waitMs / 1000);
  return new Error(
    `Another process has been preparing the database for more than ${seconds} seconds (${holder} of PostgreSQL): ` +
      "wait until it is done, or end that connection, and start again.",
  );
}
