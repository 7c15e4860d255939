import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startEmbeddedPostgres, unsafeFastSettings } from "./postgres.mjs";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "muster-postgres-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("startEmbeddedPostgres", () => {
  test("keeps its data and its address between two starts", async () => {
    const first = await start("kept");
    await query(first.url, "CREATE TABLE kept (id int)");
    await first.stop();

    const second = await start("kept");
    expect(second.url).toBe(first.url);
    expect(await query(second.url, "SELECT count(*)::int FROM kept")).toEqual([{ count: 0 }]);
    await second.stop();
  });

  test("listens on a socket that only its own user may use", async () => {
    const { url, stop } = await start("socket");
    const host = new URL(url).searchParams.get("host") ?? "";
    expect(host).toBe(await realpath(path.join(folder, "socket")));
    const [name = ""] = (await readdir(host)).filter((file) => /^\.s\.PGSQL\.\d+$/.test(file));
    expect((await stat(path.join(host, name))).mode & 0o777).toBe(0o700);
    expect((await stat(host)).mode & 0o077).toBe(0);
    await stop();
  });

  test("is reached over TCP where the folder's path is too long for a socket", async () => {
    const { url, stop } = await start("l".repeat(100));
    expect(new URL(url).searchParams.get("host")).toBeNull();
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await stop();
  });

  test("is shared by all who use the folder and stopped by the last", async () => {
    const [one, other] = await Promise.all([start("shared"), start("shared")]);
    await one.stop();
    expect(await query(other.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await other.stop();
    await expect(query(other.url, "SELECT 1")).rejects.toThrow(/ECONNREFUSED|ENOENT/);
  });

  test("starts again when the database is killed", async () => {
    const { url, stop } = await start("killed");
    await query(url, "CREATE TABLE kept (id int)");
    process.kill(await readPid("killed"), "SIGKILL");
    await vi.waitFor(() => query(url, "SELECT count(*) FROM kept"), { timeout: 20_000 });
    await stop();
  });

  test("is said to be stopping while it waits for those who still use it", async () => {
    const { stop } = await start("stopping");
    process.kill(await readPid("stopping"), "SIGTERM");
    await expect(start("stopping")).rejects.toThrow(
      /stopping is stopping or starting and takes no/,
    );
    await stop();
  });

  test("is not stopped by the process id of something else", async () => {
    const { url, stop } = await start("stale");
    const pidFile = path.join(folder, "stale/postmaster.pid");
    const lines = (await readFile(pidFile, "utf8")).split("\n");
    await stop();
    await writeFile(pidFile, [process.pid, ...lines.slice(1)].join("\n"));

    const again = await start("stale");
    expect(await query(again.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(again.url).toBe(url);
    await again.stop();
  });

  test("finds a running database through a symbolic link too", async () => {
    const one = await start("linked");
    await symlink(path.join(folder, "linked"), path.join(folder, "link"));
    const other = await start("link");
    expect(other.url).toBe(one.url);
    await Promise.all([one.stop(), other.stop()]);
  });

  test("refuses a folder that holds something else", async () => {
    await mkdir(path.join(folder, "foreign"));
    await writeFile(path.join(folder, "foreign/letter.txt"), "");
    await expect(start("foreign")).rejects.toThrow(/is not empty and holds no database of Muster/);
  });

  test("refuses a folder of another major version", async () => {
    await mkdir(path.join(folder, "old"));
    await writeFile(path.join(folder, "old/PG_VERSION"), "9\n");
    await expect(start("old")).rejects.toThrow(/was made by PostgreSQL 9, but this Muster brings/);
  });
});

function start(name: string) {
  const settings = { ...unsafeFastSettings, synchronous_commit: "on" };
  return startEmbeddedPostgres({ dataDir: path.join(folder, name), settings });
}

async function readPid(name: string): Promise<number> {
  const content = await readFile(path.join(folder, name, "postmaster.pid"), "utf8");
  return Number(content.split("\n")[0]);
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
}
