import pg from "pg";

const connectTimeoutMs = 10_000;

/**
 * @param {string} databaseUrl
 * @returns {Promise<pg.Client>} open; the caller ends it
 * @throws {Error} with one sentence for the administrator, without the password
 */
export async function connect(databaseUrl) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: "muster-start",
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const place = `${client.host}:${client.port}/${client.database}`;
    throw new Error(`The database at ${place} cannot be reached: ${reasonOf(error)}.`);
  }
}

/** @param {unknown} error @returns {string} */
export function reasonOf(error) {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message.trim() : String(error);
}
