import { describe, expect, test } from "vitest";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { DELETE as lift, GET as read } from "@/app/api/v1/users/throttle/route";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  anActor,
  anonymous,
  aUser,
  masterKey,
  PASSWORD,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { auditEntriesOf } from "@/lib/testing/stored";
import { ZERO_TIME } from "@/lib/wire";

const MINUTE_MS = 60_000;

interface BucketOptions {
  failures?: number;
  pending?: number;
  /** Minutes from now. */
  blockedFor?: number | null;
  expiresIn?: number;
}

async function aBucket(key: string, options: BucketOptions = {}): Promise<void> {
  const { failures = 1, pending = 0, blockedFor = null, expiresIn = 15 } = options;
  const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);
  await database().prisma.throttle.create({
    data: {
      key,
      failures,
      pending,
      expiresAt: at(expiresIn),
      blockedUntil: blockedFor === null ? null : at(blockedFor),
    },
  });
}

const bucketOf = (key: string) => database().prisma.throttle.findUnique({ where: { key } });

async function throttleOf(username: string, caller: Caller = masterKey) {
  return (await callAs(caller, read, { query: { username } })).payload;
}

function liftFor(username: string, caller: Caller = masterKey) {
  return callAs(caller, lift, { query: { username } });
}

function authenticate(username: string, password: string) {
  return callAs(anonymous, signIn, { body: { username, password } });
}

async function fail(username: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await authenticate(username, "wrong");
}

describe("GET /api/v1/users/throttle", () => {
  test("says nothing of who never failed", async () => {
    const { username } = await aUser();
    expect(await throttleOf(username)).toEqual({ throttled_until: ZERO_TIME, failures: 0 });
  });

  test("counts failures, and says until when the account waits", async () => {
    const { username } = await aUser();
    await fail(username, 3);
    expect(await throttleOf(username)).toEqual({ throttled_until: ZERO_TIME, failures: 3 });
    await fail(username, 7);
    const { throttled_until: until, failures } = await throttleOf(username.toUpperCase());
    expect(failures).toBe(10);
    const bucket = await bucketOf(`password:account:${username}`);
    expect(until).toBe(bucket?.blockedUntil?.toISOString());
  });

  test("adds up all kinds of secrets and all known browsers, and takes the latest end", async () => {
    const { username } = await aUser();
    await aBucket(`password:account:${username}`, { failures: 11, blockedFor: 2 });
    await aBucket(`password:browser:${username}:${crypto.randomUUID()}`, {
      failures: 13,
      blockedFor: 8,
    });
    await aBucket(`password:browser:${username}:${crypto.randomUUID()}`, { failures: 4 });
    await aBucket(`setup-token:account:${username}`, { failures: 2 });
    const { throttled_until: until, failures } = await throttleOf(username);
    expect(failures).toBe(30);
    expect(Date.parse(until) - Date.now()).toBeGreaterThan(7 * MINUTE_MS);
  });

  test("does not count what has expired, nor a wait that is over", async () => {
    const { username } = await aUser();
    await aBucket(`password:account:${username}`, {
      failures: 12,
      blockedFor: -16,
      expiresIn: -1,
    });
    await aBucket(`setup-token:account:${username}`, { failures: 10, blockedFor: -1 });
    expect(await throttleOf(username)).toEqual({ throttled_until: ZERO_TIME, failures: 10 });
  });

  test("does not take attempts that are being compared for failures, nor for a wait", async () => {
    const { username } = await aUser();
    await aBucket(`password:account:${username}`, { failures: 10, pending: 3, blockedFor: 1 });
    expect(await throttleOf(username)).toEqual({ throttled_until: ZERO_TIME, failures: 7 });
  });

  test("mixes up no names: neither longer ones nor wildcards", async () => {
    const stem = uniqueName("under_score");
    const [mine] = await Promise.all([
      aUser({ username: stem }),
      aUser({ username: `${stem}2` }),
      aUser({ username: stem.replace("_", "x") }),
    ]);
    for (const name of [`${stem}2`, stem.replace("_", "x"), `${stem}.`]) {
      await aBucket(`password:account:${name}`);
      await aBucket(`password:browser:${name}:1`);
    }
    await aBucket(`password:address:${stem}`);
    expect(await throttleOf(mine.username)).toMatchObject({ failures: 0 });
  });

  test("takes as many statements however many browsers there are", async () => {
    const [one, many] = [await aUser(), await aUser()];
    for (let n = 0; n < 20; n += 1) {
      await aBucket(`password:browser:${many.username}:${crypto.randomUUID()}`);
    }
    const forOne = await statementsOf(() => throttleOf(one.username));
    const forMany = await statementsOf(() => throttleOf(many.username));
    expect(forMany).toHaveLength(forOne.length);
  });

  test("without a name is refused", async () => {
    const called = await callAs(masterKey, read);
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["username"]);
  });
});

describe("DELETE /api/v1/users/throttle", () => {
  test("lets the right password in at once, in the middle of the wait", async () => {
    const [admin, { username }] = [await anActor("admin"), await aUser()];
    await fail(username, 10);
    expect((await authenticate(username, PASSWORD)).status).toBe(429);
    expect((await liftFor(username, admin)).payload).toBeNull();
    expect((await authenticate(username, PASSWORD)).status).toBe(200);
    expect(await throttleOf(username)).toEqual({ throttled_until: ZERO_TIME, failures: 0 });
  });

  test("starts the count afresh", async () => {
    const { username } = await aUser();
    await fail(username, 10);
    await liftFor(username);
    await fail(username, 9);
    expect((await authenticate(username, PASSWORD)).status).toBe(200);
    await fail(username, 1);
    expect((await authenticate(username, PASSWORD)).status).toBe(429);
  });

  test("lifts every bucket of the account, and no other", async () => {
    const { username } = await aUser();
    const own = [
      `password:account:${username}`,
      `setup-token:account:${username}`,
      `password:browser:${username}:${crypto.randomUUID()}`,
    ];
    const others = [
      `password:account:${username}2`,
      `password:browser:${username}2:1`,
      `password:address:${username}`,
    ];
    for (const key of [...own, ...others]) await aBucket(key, { failures: 12, blockedFor: 5 });
    await liftFor(username);
    for (const key of own) {
      expect(await bucketOf(key)).toMatchObject({ failures: 0, blockedUntil: null });
    }
    for (const key of others) expect(await bucketOf(key)).toMatchObject({ failures: 12 });
  });

  test("goes on counting the attempts that are being compared", async () => {
    const { username } = await aUser();
    await aBucket(`password:account:${username}`, { failures: 10, pending: 4 });
    await liftFor(username);
    expect(await bucketOf(`password:account:${username}`)).toMatchObject({
      failures: 4,
      pending: 4,
    });
  });

  test("leaves an entry in the audit log that says what it lifted", async () => {
    const [admin, user] = [await anActor("admin"), await aUser()];
    await aBucket(`password:account:${user.username}`, { failures: 12, blockedFor: 4 });
    const { throttled_until } = await throttleOf(user.username);
    await liftFor(user.username, admin);
    expect(await auditEntriesOf(user.id)).toMatchObject([
      {
        verb: "throttle.lift",
        actor: admin.username,
        target: user.username,
        before: { failures: 12, throttled_until },
        after: null,
      },
    ]);
  });

  test("leaves none where there was nothing to lift, and only one of two at once", async () => {
    const user = await aUser();
    const before = await fingerprint();
    expect((await liftFor(user.username)).status).toBe(200);
    expect(await fingerprint()).toBe(before);
    await aBucket(`password:account:${user.username}`, { failures: 12, blockedFor: 4 });
    await Promise.all([liftFor(user.username), liftFor(user.username)]);
    expect(await auditEntriesOf(user.id)).toHaveLength(1);
  });

  test("says nothing of one's own: somebody else has to look", async () => {
    const me = await anActor("admin");
    const called = await liftFor(me.username, me);
    expect(called.status).toBe(403);
    expect(called.problem.Message).toMatch(/your own/);
  });
});
