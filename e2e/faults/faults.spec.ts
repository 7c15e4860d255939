import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { get, request } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { startEmbeddedPostgres } from "../../scripts/lib/postgres.mjs";
import { masterKey } from "../environment";
import { TestServer } from "./server";

const PEOPLE = 10_000;

async function withDatabase<T>(
  server: TestServer,
  work: (db: pg.Client) => Promise<T>,
): Promise<T> {
  const { url, stop } = await startEmbeddedPostgres({ dataDir: server.postgresDir });
  const db = new pg.Client(url);
  await db.connect();
  const result = await work(db);
  await db.end();
  await stop();
  return result;
}

async function count(db: pg.Client, from: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${from}`);
  return rows[0]?.count ?? -1;
}

test.describe("a server that is killed", () => {
  test.describe.configure({ mode: "serial", timeout: 240_000 });
  let server: TestServer;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    server = await TestServer.create();
    await server.start();
  });
  test.afterAll(async () => {
    await server.remove();
  });

  test("has deleted all or nobody, with an audit entry each, when it dies in a bulk delete", async () => {
    const ids = Array.from({ length: PEOPLE }, (_, index) => `crowd-${String(index)}`);
    await withDatabase(server, (db) =>
      db.query(
        `INSERT INTO "User" ("id", "username", "platformRoleId", "createdBy")
         SELECT gen_random_uuid(), 'crowd-' || n, 'service-user', 'test' FROM generate_series(0, $1 - 1) n`,
        [PEOPLE],
      ),
    );
    for (const delayMs of [20, 120, 350]) {
      const call = server.call("DELETE", "/api/v1/users/bulk", { ids }).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await server.end("SIGKILL");
      const wasAcknowledged = (await call)?.ok ?? false;
      await server.start();
      await withDatabase(server, async (db) => {
        const left = await count(db, `"User" WHERE "username" LIKE 'crowd-%'`);
        const audited = await count(db, `"AuditEntry" WHERE "verb" = 'user.delete'`);
        expect([0, PEOPLE]).toContain(left);
        expect(audited).toBe(PEOPLE - left);
        if (wasAcknowledged) expect(left).toBe(0);
      });
    }
  });

  test("answers a request that offers another protocol like any other", async () => {
    await fetch(`http://127.0.0.1:${String(server.port)}/sign-in`);
    const status = await new Promise((resolve, reject) => {
      const headers = { Connection: "Upgrade, HTTP2-Settings", Upgrade: "h2c" };
      const request = get({ host: "127.0.0.1", port: server.port, path: "/api/health", headers });
      request.on("response", (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on("error", reject);
    });
    expect(status).toBe(200);
  });

  test("has kept what it acknowledged", async () => {
    const answer = await server.call("POST", "/api/users/kept", {
      password: "a long password",
      platform_role_id: "service-user",
    });
    expect(answer.status).toBe(200);
    await server.end("SIGKILL");
    await server.start();
    expect((await server.call("GET", "/api/users/kept")).status).toBe(200);
  });

  test("has written every line of its log when it ends", async () => {
    await server.end("SIGTERM");
    await server.start({ LOG_LEVEL: "info" });
    const ids = Array.from({ length: 50 }, () => randomUUID());
    const ask = (id: string) =>
      server.call("GET", "/api/users/kept", undefined, { "X-Request-Id": id });
    await Promise.all(ids.map(ask));
    await server.end("SIGTERM");
    await expect.poll(() => ids.filter((id) => !server.output.includes(id))).toEqual([]);
    await server.start();
  });

  test("answers 503 while its database is away, and recovers without a restart", async () => {
    const pid = (await readFile(path.join(server.postgresDir, "postmaster.pid"), "utf8")).split(
      "\n",
    )[0];
    await promisify(execFile)("kill", ["-INT", pid ?? ""]);
    const statusOf = async () => (await server.call("GET", "/api/users/kept")).status;
    await expect.poll(statusOf, { intervals: [20], timeout: 20_000 }).toBe(503);
    await expect.poll(statusOf, { timeout: 60_000 }).toBe(200);
  });

  test("finishes what runs when it is asked to stop, also when asked twice, and exits with 0", async () => {
    const body = JSON.stringify({ password: "a long password", platform_role_id: "service-user" });
    const running = request({
      host: "127.0.0.1",
      port: server.port,
      method: "POST",
      path: "/api/users/late",
      headers: { Authorization: `Bearer ${masterKey}`, Expect: "100-continue" },
    });
    const status = new Promise<number | undefined>((resolve) => {
      running.on("response", (response) => {
        response.resume();
        resolve(response.statusCode);
      });
    });
    running.flushHeaders();
    // The server has the request, and waits for its body.
    await once(running, "continue");
    const ended = server.end("SIGTERM");
    await expect.poll(() => server.output).toContain("Stopping.");
    void server.end("SIGTERM");
    void server.end("SIGINT");
    // A connection that is kept alive may be answered a last time.
    const health = () =>
      server.call("GET", "/api/health").then(
        () => "answered",
        () => "refused",
      );
    await expect.poll(health).toBe("refused");
    running.end(body);
    expect(await status).toBe(200);
    expect(await ended).toBe(0);
    await expect(readFile(path.join(server.postgresDir, "postmaster.pid"))).rejects.toThrow();
  });
});

test.describe("a server that cannot start", () => {
  const servers: TestServer[] = [];
  test.afterEach(async () => {
    for (const server of servers.splice(0)) await server.remove();
  });
  async function aServer() {
    const server = await TestServer.create();
    servers.push(server);
    return server;
  }

  test("says in one sentence that its port is taken, and exits with 1", async () => {
    test.setTimeout(120_000);
    const first = await aServer();
    await first.start();
    const second = await aServer();
    await expect(second.start({ PORT: String(first.port) })).rejects.toThrow(/Port \d+ is taken/);
    expect(await second.end("SIGTERM")).toBe(1);
  });

  test("lists every problem of the environment at once", async () => {
    const server = await aServer();
    const start = server.start({ PORT: "99999999", MUSTER_MASTER_KEY: "short" });
    await expect(start).rejects.toThrow(/(?=[\s\S]*PORT)(?=[\s\S]*MUSTER_MASTER_KEY)/);
    expect(await server.end("SIGTERM")).toBe(1);
  });

  test("says in one sentence that the database cannot be reached", async () => {
    const server = await aServer();
    const start = server.start({ DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing" });
    await expect(start).rejects.toThrow(/cannot be reached/);
    expect(await server.end("SIGTERM")).toBe(1);
  });
});
