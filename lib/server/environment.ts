import "server-only";
import path from "node:path";
import { readVariables, settleEnv, type Env } from "@/lib/env";
import { startEmbeddedPostgres } from "@/scripts/lib/postgres.mjs";
import { readOrMakeSecret } from "./secret";

interface Options {
  log: (message: string) => void;
  /** Told how to stop what is started, before it runs. */
  onStop: (stop: () => Promise<void>) => void;
}

/**
 * Finds or makes what the environment leaves open, with a migrated database at the end of it.
 *
 * @throws an error with one sentence for the administrator
 */
export async function prepareEnvironment(options: Options): Promise<Env> {
  const variables = readVariables();
  const { MUSTER_DATA_DIR } = variables;
  const settled = {
    ...variables,
    MUSTER_SECRET: variables.MUSTER_SECRET ?? (await readOrMakeSecret(MUSTER_DATA_DIR)),
    DATABASE_URL: variables.DATABASE_URL ?? (await startDatabase(MUSTER_DATA_DIR, options)),
  };
  const { prepareDatabase } = await import("./prepare-database");
  await prepareDatabase(settled.DATABASE_URL, {
    migrationsDir: path.resolve("prisma/migrations"),
    log: options.log,
  });
  settleEnv(settled);
  return settled;
}

async function startDatabase(dataDir: string, { log, onStop }: Options): Promise<string> {
  const starting = startEmbeddedPostgres({ dataDir: path.join(dataDir, "postgres"), log });
  // From the first moment on: a signal that comes while it starts must not leave it running.
  onStop(() =>
    starting.then(
      ({ stop }) => stop(),
      () => undefined,
    ),
  );
  const { url } = await starting;
  return url;
}
