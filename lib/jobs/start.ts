import "server-only";
import PgBoss from "pg-boss";
import { systemContext } from "@/lib/db/system-context";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import type { Job } from "./job";

const STOP_TIMEOUT_MS = 5_000;
/** How often jobs are looked for that a killed process has left behind. */
const MAINTENANCE_SECONDS = 20;

/** Starts to run the jobs in this process. @returns what stops it, running jobs first */
export async function startJobs(jobs: readonly Job[]): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: 3,
    application_name: "muster-jobs",
    migrate: false,
    maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
  });
  boss.on("error", (error) => logger().error({ err: error }, "jobs"));
  await boss.start();
  for (const job of jobs) {
    for (let count = 0; count < job.concurrency; count += 1) await startWorker(boss, job);
  }
  return () => boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, wait: true });
}

async function startWorker(boss: PgBoss, job: Job): Promise<void> {
  const options = {
    includeMetadata: true,
    pollingIntervalSeconds: job.cron === null ? 2 : 30,
  } as const;
  const worker = await boss.work<unknown>(job.name, options, async (batch) => {
    // Where there is one, there may be more: it looks again as soon as this one is done.
    if (job.cron === null) boss.notifyWorker(worker);
    for (const one of batch) await attempt(job, one);
  });
}

/** The queue keeps why a job failed, and says it to nobody. */
async function attempt(
  { name, run }: Job,
  { id, data, retryCount, retryLimit }: PgBoss.JobWithMetadata<unknown>,
): Promise<void> {
  const about = { job: name, jobId: id, attempt: retryCount + 1 };
  if (retryCount > 0) logger().info(about, "a job is tried again");
  try {
    await run(systemContext({ requestId: id, userAgent: `job ${name}` }), data);
  } catch (error) {
    if (retryCount < retryLimit)
      logger().warn({ ...about, err: error }, "a job failed and will be tried again");
    else logger().error({ ...about, err: error }, "a job failed for the last time");
    throw error;
  }
}
