import "server-only";
import type { ClientBase } from "pg";
import PgBoss from "pg-boss";
import type { Job } from "./job";

/** The library's own, through which scheduled jobs go. */
const SCHEDULER = "__pgboss__send-it";
/** Eight more tries within about an hour: for what fails because something else is away. */
const retries = { retryLimit: 8, retryDelay: 10, retryBackoff: true };

/**
 * Makes the queue's tables, a queue for each job and the schedules. Processes that do this at the same time end each
 * other in deadlocks, so it is done under the lock of whatever a start creates.
 */
export async function installJobs(client: ClientBase, jobs: readonly Job[]): Promise<void> {
  const db: PgBoss.Db = {
    executeSql: (text, values?: unknown[]) => client.query<Record<string, unknown>>(text, values),
  };
  const boss = new PgBoss({ db, schedule: false, supervise: false });
  await boss.start();
  await boss.createQueue(SCHEDULER);
  for (const job of jobs) await installQueue(boss, job);
  await removeSchedules(boss, (name) => !jobs.some((job) => job.name === name && job.cron));
}

async function installQueue(boss: PgBoss, { name, cron, timeoutSeconds }: Job): Promise<void> {
  // Of a scheduled job only one runs at a time, in however many processes.
  const queue: PgBoss.Queue = {
    name,
    policy: cron === null ? "standard" : "singleton",
    expireInSeconds: timeoutSeconds,
    ...retries,
  };
  await boss.createQueue(name, queue);
  await boss.updateQueue(name, queue);
  if (cron !== null) await boss.schedule(name, cron, {});
}

async function removeSchedules(boss: PgBoss, isUnwanted: (name: string) => boolean): Promise<void> {
  const schedules = await boss.getSchedules();
  for (const { name } of schedules.filter((schedule) => isUnwanted(schedule.name))) {
    await boss.unschedule(name);
  }
}
