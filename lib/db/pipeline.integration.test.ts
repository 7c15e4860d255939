import { once } from "node:events";
import { createServer, Socket } from "node:net";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { env } from "@/lib/env";
import { aUser } from "@/lib/testing/factories";
import { database } from "./client";
import { toAppError } from "./errors";
import { createPipeline, type Pipeline } from "./pipeline";
import { keyRead, Prisma } from "./sql";
import { transaction } from "./transaction";
import { systemContext } from "./system-context";

interface Backend {
  pid: number;
}

const pid = { text: "SELECT pg_backend_pid() AS pid" };
const clients: pg.Client[] = [];
let pipeline: Pipeline | undefined;

afterEach(async () => {
  await pipeline?.close();
  clients.length = 0;
});

function aPipeline(): Pipeline {
  pipeline = createPipeline({
    makeSocket: () => new Socket(),
    makeClient: (socket) => {
      const client = new pg.Client({
        connectionString: env().DATABASE_URL,
        stream: () => socket,
        pipeline: true,
      });
      clients.push(client);
      return client;
    },
    onConnect: "SET datestyle = 'German'",
  });
  return pipeline;
}

describe("a pipeline", () => {
  test("answers many reads at once, each with its own rows, over two connections", async () => {
    const { query } = aPipeline();
    const numbers = Array.from({ length: 200 }, (_, index) => index);
    const found = await Promise.all(
      numbers.map((number) =>
        query({ name: "numbers", text: "SELECT $1::int AS number", values: [number] }),
      ),
    );
    expect(found).toEqual(numbers.map((number) => [{ number }]));
    expect(clients).toHaveLength(2);
  });

  test("goes on where one read fails", async () => {
    const { query } = aPipeline();
    const results = await Promise.allSettled([
      query(pid),
      query({ text: "SELECT 1 / $1::int", values: [0] }),
      query(pid),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  test("does not wait behind a slow read while a connection is free", async () => {
    const { query } = aPipeline();
    let isSlowOver = false;
    const slow = query({ text: "SELECT pg_sleep(0.5)" }).then(() => (isSlowOver = true));
    await query(pid);
    expect(isSlowOver).toBe(false);
    await slow;
  });

  test("ends a read that takes too long for those behind it", async () => {
    const { query } = aPipeline();
    await expect(query({ text: "SELECT pg_sleep(30)" })).rejects.toMatchObject({ code: "57014" });
  });

  test("makes each connection ready before it is used", async () => {
    const { query } = aPipeline();
    const [row] = await query({ text: "SELECT DATE '2026-11-30'::text AS day" });
    expect(row).toEqual({ day: "30.11.2026" });
  });

  test("gives up one that does not open, and tries another for the next read", async () => {
    const silent = createServer().listen(0);
    await once(silent, "listening");
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : undefined;
    let isFirst = true;
    pipeline = createPipeline({
      makeSocket: () => new Socket(),
      makeClient: (socket) => {
        const options = { connectionTimeoutMillis: 300, stream: () => socket, pipeline: true };
        const client = isFirst
          ? new pg.Client({ ...options, host: "127.0.0.1", ...(port && { port }) })
          : new pg.Client({ ...options, connectionString: env().DATABASE_URL });
        isFirst = false;
        return client;
      },
      onConnect: "SELECT 1",
    });
    const failure: unknown = await pipeline.query(pid).catch(toAppError);
    expect(failure).toMatchObject({ code: "unavailable" });
    expect(await pipeline.query(pid)).toHaveLength(1);
    silent.close();
  });

  test("can be closed while it opens", async () => {
    const { query, close } = aPipeline();
    const reading = query(pid).catch(() => []);
    await close();
    expect(clients).toHaveLength(1);
    await reading;
  });

  test("opens another connection in place of one that broke", async () => {
    const { query } = aPipeline();
    const [first] = await query<Backend>(pid);
    await database().pool.query("SELECT pg_terminate_backend($1)", [first?.pid]);
    await expect.poll(() => query<Backend>(pid).catch(() => [first])).not.toEqual([first]);
  });
});

describe("a read by a key", () => {
  test("goes on where the statement was to be prepared by a read that failed", async () => {
    const { pool, prisma } = database();
    const locking = await pool.connect();
    await locking.query('BEGIN; LOCK TABLE "UserSettings" IN ACCESS EXCLUSIVE MODE');
    const statement = Prisma.sql`SELECT count(*)::int AS "count", 'behind' AS "word" FROM "UserSettings"`;
    const reads = [1, 2, 3].map(() => keyRead(prisma, statement));
    setTimeout(() => void locking.query("COMMIT").then(() => locking.release()), 2_500);
    expect(await Promise.all(reads)).toHaveLength(3);
  });

  test("is asked once more when its connection breaks under it", async () => {
    const statement = Prisma.sql`SELECT pg_backend_pid() AS "pid", ${"ada"}::text AS "name"`;
    const [before] = await keyRead<Backend>(database().prisma, statement);
    const ending = database().pool.query("SELECT pg_terminate_backend($1)", [before?.pid]);
    const [[after]] = await Promise.all([keyRead<Backend>(database().prisma, statement), ending]);
    expect(after).toMatchObject({ name: "ada" });
    const [later] = await keyRead<Backend>(database().prisma, statement);
    expect(later?.pid).not.toBe(before?.pid);
  });

  test("sees in a transaction what that has written", async () => {
    const { username } = await aUser();
    const statement = Prisma.sql`SELECT "isDisabled" FROM "User" WHERE "username" = ${username}`;
    const [inside, outside] = await transaction(
      systemContext({ userAgent: "test" }),
      async (tx) => {
        await tx.db.user.update({ where: { username }, data: { isDisabled: true } });
        return [await keyRead(tx.db, statement), await keyRead(database().prisma, statement)];
      },
    );
    expect(inside).toEqual([{ isDisabled: true }]);
    expect(outside).toEqual([{ isDisabled: false }]);
  });
});
