import "server-only";
import PgBoss from "pg-boss";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { HOUSEKEEPING, housekeeping } from "./housekeeping";

const STOP_TIMEOUT_MS = 5_000;

/** Starts the job queue of this process. @returns what stops it, running jobs first */
export async function startJobs(): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: 3,
    application_name: "muster-jobs",
  });
  boss.on("error", (error) => logger().error({ err: error }, "jobs"));
  await boss.start();
  await boss.createQueue(HOUSEKEEPING, { name: HOUSEKEEPING, policy: "singleton" });
  await boss.schedule(HOUSEKEEPING, "17 * * * *");
  await boss.work(HOUSEKEEPING, () => logged(HOUSEKEEPING, housekeeping));
  return () => boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, wait: true });
}

/** The queue keeps why a job failed, and says it to nobody. */
async function logged(job: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger().error({ err: error, job }, "a job failed");
    throw error;
  }
}
