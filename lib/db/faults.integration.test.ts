// What happens while there is no database, and afterwards.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { DELETE as removeMany } from "@/app/api/v1/users/bulk/route";
import { GET, PUT } from "@/app/api/users/[username]/route";
import { env } from "@/lib/env";
import { callAs } from "@/lib/testing/call-as";
import {
  aBrowser,
  anAccessToken,
  anActor,
  anonymous,
  aUser,
  masterKey,
  PASSWORD,
  type Caller,
  type TestActor,
} from "@/lib/testing/factories";
import { proxyDatabase, type DatabaseProxy } from "@/lib/testing/database-proxy";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint } from "@/lib/testing/observe";
import { logOf } from "@/lib/testing/log";

/** Past the proxy. */
const directUrl = env().DATABASE_URL;

let proxy: DatabaseProxy;
let me: TestActor;
let callers: Record<string, Caller>;

beforeAll(async () => {
  me = await anActor("admin", { hasSudo: true });
  callers = {
    "a session token": me,
    "an API token": await anAccessToken(me),
    "a cookie": await aBrowser(me),
    "the master key": masterKey,
  };
  proxy = await proxyDatabase();
});

afterAll(() => proxy.remove());

async function withoutDatabase<T>(work: () => Promise<T>): Promise<T> {
  await proxy.takeAway();
  try {
    return await work();
  } finally {
    await proxy.giveBack();
  }
}

describe("while the database cannot be reached", () => {
  test.each(["a session token", "an API token", "a cookie"])(
    "a call with %s is 503 and not 401, so that nobody is signed out",
    async (kind) => {
      const input = { params: { username: me.username } };
      const called = await withoutDatabase(() => callAs(callers[kind] ?? anonymous, GET, input));
      expect(called.status).toBe(503);
    },
  );

  test("the cause stands in the log", async () => {
    const input = { params: { username: "somebody" } };
    const lines = await withoutDatabase(() => logOf(() => callAs(masterKey, GET, input)));
    expect(lines.join("")).toMatch(/"level":50.*"status":503.*ECONNREFUSED/);
  });
});

describe("once the database is back", () => {
  test.each(["a session token", "an API token", "a cookie", "the master key"])(
    "a call with %s works again without a restart",
    async (kind) => {
      const input = { params: { username: me.username }, body: { display_name: kind } };
      await withoutDatabase(() => callAs(callers[kind] ?? anonymous, PUT, input));
      const called = await callAs(callers[kind] ?? anonymous, PUT, input);
      expect(called.payload.display_name).toBe(kind);
    },
  );

  test("signing in works again", async () => {
    const input = { body: { username: me.username, password: PASSWORD } };
    await withoutDatabase(() => callAs(anonymous, signIn, input));
    expect((await callAs(anonymous, signIn, input)).status).toBe(200);
  });
});

async function direct(sql: string, values: unknown[] = []) {
  const client = new pg.Client(directUrl);
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

const TERMINATE = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'muster'`;

describe("when the database ends its connections", () => {
  test("idle ones are replaced", async () => {
    const read = () => callAs(masterKey, GET, { params: { username: me.username } });
    await Promise.all(Array.from({ length: 10 }, read));
    await direct(TERMINATE);
    const statuses = [];
    do statuses.push((await read()).status);
    while (statuses.at(-1) === 503 && statuses.length < 30);
    expect(statuses.at(-1)).toBe(200);
    const others = await Promise.all(Array.from({ length: 10 }, read));
    expect(others.map(({ status }) => status)).toEqual(Array(10).fill(200));
  });

  test("an update in progress is 503 and changes nothing", async () => {
    const user = await aUser();
    const before = await fingerprint();
    const lock = await holding(`SELECT 1 FROM "User" WHERE "id" = $1 FOR UPDATE`, [user.id]);
    const input = { params: { username: user.username }, body: { display_name: "x" } };
    const called = callAs(masterKey, PUT, input);
    await untilBlocked();
    await direct(`${TERMINATE} AND wait_event_type = 'Lock'`);
    expect((await called).status).toBe(503);
    await lock.rollback();
    expect(await fingerprint()).toBe(before);
    expect((await callAs(masterKey, PUT, input)).status).toBe(200);
  });

  test("a bulk delete in progress deletes nobody", async () => {
    const users = await Promise.all(Array.from({ length: 20 }, () => aUser()));
    const ids = users.map(({ username }) => username);
    const before = await fingerprint();
    const lock = await holding(`SELECT 1 FROM "User" WHERE "id" = $1 FOR UPDATE`, [users[10]?.id]);
    const called = callAs(masterKey, removeMany, { body: { ids } });
    await untilBlocked();
    await direct(`${TERMINATE} AND wait_event_type = 'Lock'`);
    expect((await called).status).toBe(503);
    await lock.rollback();
    expect(await fingerprint()).toBe(before);
    const again = await callAs(masterKey, removeMany, { body: { ids } });
    expect(again.payload.done).toEqual(ids);
  });

  test("a call whose connection breaks is 503, and the process lives", async () => {
    const user = await aUser();
    // The audit entry waits, so that the statements before it are done and nothing is committed.
    const lock = await holding(`LOCK TABLE "AuditEntry" IN EXCLUSIVE MODE`, [], directUrl);
    const input = { params: { username: user.username }, body: { display_name: "x" } };
    const called = callAs(masterKey, PUT, input);
    await untilBlocked();
    await proxy.takeAway();
    await proxy.giveBack();
    expect((await called).status).toBe(503);
    await lock.rollback();
    const read = await callAs(masterKey, GET, { params: { username: user.username } });
    expect(read.payload.display_name).toBe("");
  });
});
