import pg from "pg";
import { codeOf } from "./error-code.mjs";

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

// What OpenSSL says of a certificate that it cannot follow to an authority it knows.
const unknownAuthority =
  /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF).*)$/;

/** @param {unknown} error @returns {string} */
export function reasonOf(error) {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (unknownAuthority.test(codeOf(error))) {
    return (
      "this machine does not know who signed its certificate. Add &sslrootcert=/path/to/ca.pem to DATABASE_URL, " +
      "or, to encrypt without checking who answers, &uselibpqcompat=true beside sslmode=require"
    );
  }
  return error instanceof Error ? error.message.trim() : String(error);
}
