import "server-only";
import { database, closeDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { jobs } from "@/lib/domains/jobs";
import { startJobs } from "@/lib/jobs/start";
import { checkSecret } from "@/lib/server-settings/effects";
import { setupLink } from "@/lib/auth/setup";
import { hasSuperAdmin } from "@/lib/user/super-admin-service";

interface Booted {
  stop: () => Promise<void>;
  /** Where the super admin is created; null once there is one. */
  setupUrl: string | null;
}

/** What a process does once before it serves: check that its secret fits the database, and start the jobs. */
export async function boot(): Promise<Booted> {
  const { prisma } = database();
  await checkSecret(prisma, env().MUSTER_SECRET);
  const stopJobs = await startJobs(jobs);
  const setupUrl = (await hasSuperAdmin({ db: prisma })) ? null : setupLink();
  return {
    setupUrl,
    stop: async () => {
      await stopJobs();
      await closeDatabase();
    },
  };
}
