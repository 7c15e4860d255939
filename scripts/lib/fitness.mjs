// Refuses a database that the server could not work with, in one sentence that says what to do.
import { connect } from "./connect.mjs";

const oldestVersion = 140_000;
const rounds = 3;

/** @import pg from "pg" */

/**
 * @param {pg.Client} client
 * @param {string} databaseUrl where the client is connected to
 * @throws {Error} with one sentence for the administrator
 */
export async function checkFitness(client, databaseUrl) {
  const { rows } = await client.query(`
    SELECT current_setting('server_version_num')::int AS version,
      current_setting('server_encoding') AS encoding,
      current_setting('transaction_read_only') = 'on' AS "isReadOnly"`);
  const { version, encoding, isReadOnly } = rows[0];
  if (version < oldestVersion) {
    throw new Error(
      `Muster needs PostgreSQL 14 or newer; the database is version ${Math.trunc(version / 10_000)}.`,
    );
  }
  if (encoding !== "UTF8") {
    throw new Error(
      `The database ${client.database} is encoded in ${encoding}, which cannot hold every text: ` +
        "make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.",
    );
  }
  if (isReadOnly) {
    throw new Error(
      `The database ${client.database} is read-only: connect to one that takes writes ` +
        "(a standby does not, nor does a role or database with default_transaction_read_only).",
    );
  }
  await refusePooler(client, databaseUrl);
}

/**
 * Behind a transaction pooler two connections share a session of the database, or one changes between several. What is
 * set or locked for a session would then be somebody else's.
 *
 * @param {pg.Client} client @param {string} databaseUrl
 */
async function refusePooler(client, databaseUrl) {
  const other = await connect(databaseUrl);
  try {
    const sessions = [];
    for (let round = 0; round < rounds; round += 1) {
      sessions.push({ own: await sessionOf(client), others: await sessionOf(other) });
    }
    const [first] = sessions;
    const isOurs = sessions.every(
      ({ own, others }) => own === first?.own && others === first.others,
    );
    if (isOurs && first?.own !== first?.others) return;
  } finally {
    await other.end();
  }
  throw new Error(
    `${client.host}:${client.port} is a pooler that gives every transaction another session of the database: ` +
      "connect to the database itself, or let the pooler keep sessions (PgBouncer: pool_mode = session).",
  );
}

/** @param {pg.Client} client @returns {Promise<number>} */
async function sessionOf(client) {
  const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
  return Number(rows[0]?.pid);
}

/**
 * What the first start and upgrades need beyond what the server needs while it runs.
 *
 * @param {pg.Client} client
 * @throws {Error} with one sentence for the administrator
 */
export async function checkRights(client) {
  const { rows } = await client.query(`
    SELECT quote_ident(current_user) AS role, quote_ident(current_database()) AS database,
      quote_ident(current_schema()) AS schema, has_schema_privilege(current_schema(), 'CREATE') AS "mayCreateTables",
      to_regnamespace('pgboss') IS NOT NULL
        OR has_database_privilege(current_database(), 'CREATE') AS "mayCreateSchemas"`);
  const { role, database, schema, mayCreateTables, mayCreateSchemas } = rows[0];
  if (schema === null) {
    throw new Error(
      `The role ${role} has no schema to create tables in: its search_path names none that is in the database ${database}.`,
    );
  }
  if (!mayCreateTables) {
    throw new Error(
      `The role ${role} may not create tables: run GRANT CREATE ON SCHEMA ${schema} TO ${role} in the database ${database}.`,
    );
  }
  if (!mayCreateSchemas) {
    throw new Error(
      `The role ${role} may not create schemas and extensions: run GRANT CREATE ON DATABASE ${database} TO ${role}.`,
    );
  }
}
