import { execFile } from "node:child_process";
import { Agent, get } from "node:http";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { TestServer } from "./server";

const CALLS = 40;
const PATIENCE_MS = 5_000;

/** The status of an answer that comes over a connection of its own, so that any of the workers may give it. */
function statusOf(server: TestServer, pathname: string): Promise<number | undefined> {
  const agent = new Agent({ keepAlive: false });
  return new Promise((resolve, reject) => {
    const address = { host: "127.0.0.1", port: server.port, path: pathname, agent };
    const asking = get(address, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    // Node leaves a connection hanging that was on its way to a worker that died.
    asking.setTimeout(PATIENCE_MS, () => asking.destroy(new Error("No answer.")));
    asking.on("error", reject);
  });
}

async function statusesOf(server: TestServer, pathname: string) {
  const statuses = await Promise.all(
    Array.from({ length: CALLS }, () => statusOf(server, pathname)),
  );
  return new Set(statuses);
}

async function workersOf(server: TestServer): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,args="]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, program]) => Number(parent) === server.pid && program === process.execPath)
    .map(([pid]) => Number(pid));
}

test.describe("several workers behind one port", () => {
  test.describe.configure({ mode: "serial", timeout: 240_000 });
  let server: TestServer;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    server = await TestServer.create();
    await server.start({ MUSTER_WORKERS: "2", METRICS: "on", LOG_LEVEL: "warn" });
  });
  test.afterAll(async () => {
    await server.remove();
  });

  test.afterEach(async () => {
    await test.info().attach("what the server said", { body: server.output });
  });

  test("are one server: each of them has the metrics of all", async () => {
    expect(await workersOf(server)).toHaveLength(2);
    expect(await statusesOf(server, "/api/health")).toEqual(new Set([200]));
    const counted = /_count\{method="GET",path="\/api\/health",status="200"\} (\d+)/;
    for (let scrape = 0; scrape < 4; scrape += 1) {
      const text = await (await server.call("GET", "/metrics")).text();
      expect(counted.exec(text)?.[1]).toBe(String(CALLS));
    }
  });

  test("finish what runs when they are asked to stop, and none is left", async () => {
    const workers = await workersOf(server);
    const body = { password: "a long password", platform_role_id: "service-user" };
    const running = Array.from({ length: 8 }, (_, index) =>
      server.call("POST", `/api/users/late-${String(index)}`, body),
    );
    // So that they have arrived.
    await Promise.race(running);
    expect(await server.end("SIGTERM")).toBe(0);
    const answers = await Promise.all(running);
    expect(answers.map(({ status }) => status)).toEqual(running.map(() => 200));
    for (const pid of workers) expect(() => process.kill(pid, 0)).toThrow();
  });

  test("end with the one that leads them, when that is killed", async () => {
    await server.start({ MUSTER_WORKERS: "2" });
    const workers = await workersOf(server);
    await server.end("SIGKILL");
    const isAlive = (pid: number) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    await expect.poll(() => workers.filter(isAlive)).toEqual([]);
    await server.start({ MUSTER_WORKERS: "2", LOG_LEVEL: "warn" });
    expect((await server.call("GET", "/api/users/late-0")).status).toBe(200);
  });

  test("go on while one dies, and start another one", async () => {
    const [victim = 0] = await workersOf(server);
    process.kill(victim, "SIGKILL");
    await expect.poll(() => server.output).toContain("A worker has ended.");
    await expect.poll(() => statusOf(server, "/api/health").catch(() => 0)).toBe(200);
  });
});
