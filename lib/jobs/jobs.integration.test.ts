import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Context } from "@/lib/context";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { logOf } from "@/lib/testing/log";
import { whilePreparing } from "@/scripts/lib/preparing.mjs";
import { enqueue } from "./enqueue";
import { installJobs } from "./install";
import { defineJob, type Job } from "./job";
import { startJobs } from "./start";

const ran: { ctx: Context; word: string }[] = [];
const say = defineJob("test.say", z.object({ word: z.string() }), (ctx, { word }) => {
  ran.push({ ctx, word });
  return Promise.resolve();
});
/** What `test.count` was when this one was enqueued by an older process. */
const countBefore = defineJob("test.count", z.object({ words: z.string() }), () =>
  Promise.resolve(),
);
const count = defineJob("test.count", z.object({ number: z.int() }), () => Promise.resolve());
const nightly = defineJob("test.nightly", z.object({}), () => Promise.resolve(), {
  cron: "0 3 * * *",
});

/** Each run of it ends when three have begun. */
const meeting: (() => void)[] = [];
const meet = defineJob(
  "test.meet",
  z.object({}),
  () =>
    new Promise<void>((resolve) => {
      meeting.push(resolve);
      if (meeting.length === 3) for (const end of meeting) end();
    }),
  { concurrency: 3, timeoutSeconds: 90 },
);
const later = defineJob("test.later", z.object({}), () => Promise.resolve());

function install(jobs: readonly Job[]): Promise<void> {
  return whilePreparing(env().DATABASE_URL, {}, (client) => installJobs(client, jobs));
}

function inTransaction<T>(work: Parameters<typeof transaction<Context, T>>[1]): Promise<T> {
  return transaction(systemContext({ userAgent: "test" }), work);
}

interface StoredJob {
  state: string;
  attempts: number;
}

async function stored({ name }: Job): Promise<StoredJob[]> {
  const { rows } = await database().pool.query<StoredJob>(
    `SELECT state, retry_count + 1 AS attempts FROM pgboss.job WHERE name = $1`,
    [name],
  );
  return rows;
}

async function schedules(): Promise<string[]> {
  const { rows } = await database().pool.query<{ line: string }>(
    `SELECT name || ' ' || cron || ' ' || data::text AS line FROM pgboss.schedule ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

function eventually(check: () => Promise<void> | void): Promise<void> {
  return vi.waitFor(check, { timeout: 60_000, interval: 50 });
}

beforeAll(() => install([say, count, nightly, meet, later]));

describe("enqueue", () => {
  test("leaves nothing behind where the transaction is rolled back", async () => {
    const failing = inTransaction(async (tx) => {
      await enqueue(tx, say, { word: "never" });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await stored(say)).toEqual([]);
  });

  test("lets a job wait until it is told to", async () => {
    const startAfter = new Date(Date.now() + 3_600_000);
    await inTransaction((tx) => enqueue(tx, later, {}, { startAfter }));
    const { rows } = await database().pool.query<{ start_after: Date }>(
      `SELECT start_after FROM pgboss.job WHERE name = 'test.later'`,
    );
    expect(rows).toEqual([{ start_after: startAfter }]);
    const stop = await startJobs([later, say]);
    await inTransaction((tx) => enqueue(tx, say, { word: "meanwhile" }));
    await eventually(() => expect(ran.splice(0)).toMatchObject([{ word: "meanwhile" }]));
    await stop();
    expect(await stored(later)).toEqual([{ state: "created", attempts: 1 }]);
    await database().pool.query(`DELETE FROM pgboss.job`);
  });

  test("refuses a job that has no queue, and what was written with it", async () => {
    const unknown = defineJob("test.unknown", z.object({}), () => Promise.resolve());
    const failing = inTransaction(async (tx) => {
      await enqueue(tx, say, { word: "never" });
      await enqueue(tx, unknown, {});
    });
    await expect(failing).rejects.toThrow("There is no queue for the job test.unknown.");
    expect(await stored(say)).toEqual([]);
  });
});

describe("a job", () => {
  test("runs once, in however many processes, as the server", async () => {
    const stops = await Promise.all([startJobs([say]), startJobs([say])]);
    await inTransaction((tx) => enqueue(tx, say, { word: "once" }));
    await eventually(async () => {
      expect(await stored(say)).toEqual([{ state: "completed", attempts: 1 }]);
    });
    await Promise.all(stops.map((stop) => stop()));
    expect(ran.map(({ word }) => word)).toEqual(["once"]);
    expect(ran[0]?.ctx).toMatchObject({
      actor: { kind: "server" },
      client: { ip: "", userAgent: "job test.say" },
    });
  });

  test("may run several times at once in a process", async () => {
    for (let jobs = 0; jobs < 3; jobs += 1) await inTransaction((tx) => enqueue(tx, meet, {}));
    const stop = await startJobs([meet]);
    await eventually(async () => {
      expect(await stored(meet)).toMatchObject(Array(3).fill({ state: "completed" }));
    });
    await stop();
  });

  test("that its process has left behind runs again once its time is over", async () => {
    await inTransaction((tx) => enqueue(tx, meet, {}));
    const { rows } = await database().pool.query<{ seconds: number }>(
      `UPDATE pgboss.job SET state = 'active', started_on = now() - interval '91 seconds'
       WHERE name = 'test.meet' AND state = 'created' RETURNING EXTRACT(epoch FROM expire_in)::int AS seconds`,
    );
    expect(rows).toEqual([{ seconds: 90 }]);
    await database().pool.query(`UPDATE pgboss.version SET maintained_on = NULL`);
    const stop = await startJobs([meet]);
    await eventually(async () => {
      expect(await stored(meet)).toContainEqual({ state: "retry", attempts: 1 });
    });
    await stop();
  });

  test("whose data do not fit is said to have failed, tried again, and given up", async () => {
    await inTransaction((tx) => enqueue(tx, countBefore, { words: "many" }));
    const lines = await logOf(async () => {
      const stop = await startJobs([count]);
      await eventually(async () => {
        expect(await stored(count)).toEqual([{ state: "retry", attempts: 1 }]);
      });
      await database().pool.query(
        `UPDATE pgboss.job SET start_after = now(), retry_count = retry_limit - 1 WHERE name = 'test.count'`,
      );
      await eventually(async () => {
        expect(await stored(count)).toMatchObject([{ state: "failed" }]);
      });
      await stop();
    });
    expect(lines.map(summary)).toEqual([
      "40 a job failed and will be tried again: test.count, attempt 1, ZodError",
      "30 a job is tried again: test.count, attempt 9",
      "50 a job failed for the last time: test.count, attempt 9, ZodError",
    ]);
    expect(lines.join()).not.toContain("many");
  });
});

const logLine = z.object({
  level: z.int(),
  msg: z.string(),
  job: z.string(),
  attempt: z.int(),
  err: z.object({ type: z.string() }).optional(),
});

function summary(line: string): string {
  const { level, msg, job, attempt, err } = logLine.parse(JSON.parse(line));
  return [`${level} ${msg}: ${job}`, `attempt ${attempt}`, ...(err ? [err.type] : [])].join(", ");
}

describe("a schedule", () => {
  test("is what the jobs of this build say, and goes with its job", async () => {
    await install([say, count, nightly]);
    expect(await schedules()).toEqual(["test.nightly 0 3 * * * {}"]);
    await install([say, count]);
    expect(await schedules()).toEqual([]);
  });
});
