import "server-only";
import { jobs } from "@/lib/domains/jobs";
import { installJobs } from "@/lib/jobs/install";
import { applyMigrations } from "@/scripts/lib/migrate.mjs";
import { whilePreparing } from "@/scripts/lib/preparing.mjs";

interface Options {
  migrationsDir: string;
  log?: (message: string) => void;
}

/**
 * Makes in a database whatever the server needs there, one process at a time.
 *
 * @throws an error with one sentence for the administrator
 */
export function prepareDatabase(databaseUrl: string, options: Options): Promise<void> {
  return whilePreparing(databaseUrl, options, async (client) => {
    await applyMigrations(client, options);
    await installJobs(client, jobs);
  });
}
