import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { env, settleEnv } from "@/lib/env";
import { jobs } from "@/lib/domains/jobs";
import { startJobs } from "@/lib/jobs/start";
import { emptyDatabase, query } from "@/lib/testing/empty-database";
import { prepareDatabase } from "./prepare-database";

const processes = [1, 2, 3, 4, 5, 6];
const configured = env();
let databaseUrl = "";

beforeEach(async () => {
  databaseUrl = await emptyDatabase("prepare");
  settleEnv({ ...configured, DATABASE_URL: databaseUrl });
});

afterEach(() => {
  settleEnv(configured);
});

async function start(): Promise<() => Promise<void>> {
  await prepareDatabase(databaseUrl, { migrationsDir: "prisma/migrations" });
  return startJobs(jobs);
}

describe("preparing a database", () => {
  test("is done by processes that start together on a new one without ending each other", async () => {
    const stops = await Promise.all(processes.map(start));
    await Promise.all(stops.map((stop) => stop()));
    const queues = await query(
      databaseUrl,
      `SELECT name FROM pgboss.queue WHERE name NOT LIKE '\\_\\_%'`,
    );
    expect(queues.map(({ name }) => name).sort()).toEqual(jobs.map(({ name }) => name).sort());
  });
});
