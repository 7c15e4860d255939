import { describe, expect, test, vi } from "vitest";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { POST as verify } from "@/app/api/users/[username]/auth/verify-totp/route";
import { POST as validate } from "@/app/api/users/[username]/validate-identity/route";
import type { Context } from "@/lib/context";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { AppError } from "@/lib/errors";
import { addressSecretKinds } from "@/lib/secret-kinds";
import { callAs } from "@/lib/testing/call-as";
import { anActor, anonymous, aUser, PASSWORD, uniqueName } from "@/lib/testing/factories";
import { untilBlocked } from "@/lib/testing/locks";
import { aPreAuthToken, enrolTotp } from "@/lib/testing/mfa";
import { assertNotThrottled, countAttempt, readFailuresOf } from "./throttle";

const MINUTE_MS = 60_000;
const START = Date.parse("2026-03-01T12:00:00Z");

interface Place {
  ip?: string;
  /** Minutes since the start. */
  at?: number;
  browser?: ReadonlyMap<string, string>;
}

let lastIp = 0;

/** An address that no other test uses. */
function freshIp(): string {
  lastIp += 1;
  return `10.1.${lastIp >> 8}.${lastIp & 255}`;
}

function context({ ip = freshIp(), at = 0, browser = new Map() }: Place): Context {
  return {
    ...systemContext({ userAgent: "" }),
    actor: { kind: "anonymous" },
    now: new Date(START + at * MINUTE_MS),
    client: { ip, userAgent: "", serverOrigin: () => null, knownBrowser: () => browser },
  };
}

type Outcome = "right" | "wrong" | number;

/** What an attempt comes to: the seconds to wait when it was not even compared. */
async function attempt(account: string, isRight: boolean, place: Place = {}): Promise<Outcome> {
  try {
    const verify = () => Promise.resolve(isRight);
    const result = await countAttempt(context(place), "password", account, verify);
    return result ? "right" : "wrong";
  } catch (error) {
    if (error instanceof AppError && error.details.retryAfterSeconds !== undefined) {
      return error.details.retryAfterSeconds;
    }
    throw error;
  }
}

async function fail(account: string, times: number, place: Place = {}): Promise<void> {
  for (let n = 0; n < times; n += 1) expect(await attempt(account, false, place)).toBe("wrong");
}

describe("an account", () => {
  test("takes ten failures, then makes the right secret wait as well", async () => {
    const name = uniqueName();
    await fail(name, 10);
    expect(await attempt(name, true)).toBe(60);
  });

  test("makes one wait 1, 2, 4, 8, then 15 minutes, after one failure each", async () => {
    const name = uniqueName();
    await fail(name, 10);
    let at = 0;
    for (const minutes of [1, 2, 4, 8, 15, 15, 15]) {
      expect(await attempt(name, true, { at })).toBe(minutes * 60);
      expect(await attempt(name, true, { at: at + minutes - 0.01 })).toBe(1);
      at += minutes;
      await fail(name, 1, { at });
    }
  });

  test("takes a call during the wait as nothing", async () => {
    const name = uniqueName();
    await fail(name, 10);
    for (let n = 0; n < 20; n += 1) expect(await attempt(name, false, { at: 0.5 })).toBe(30);
    await fail(name, 1, { at: 1 });
    expect(await attempt(name, true, { at: 1 })).toBe(120);
  });

  test("lets the right secret in once the wait is over, which is no failure", async () => {
    const name = uniqueName();
    await fail(name, 10);
    expect(await attempt(name, true, { at: 1 })).toBe("right");
    expect(await attempt(name, true, { at: 1 })).toBe("right");
    await fail(name, 1, { at: 1 });
    expect(await attempt(name, true, { at: 1 })).toBe(120);
  });

  test("counts failures only", async () => {
    const name = uniqueName();
    for (let n = 0; n < 15; n += 1) expect(await attempt(name, true)).toBe("right");
    await fail(name, 9);
    expect(await attempt(name, true)).toBe("right");
    await fail(name, 1);
    expect(await attempt(name, true)).toBe(60);
  });

  test("forgets after fifteen minutes", async () => {
    const name = uniqueName();
    await fail(name, 9);
    await fail(name, 10, { at: 15 });
    expect(await attempt(name, true, { at: 15 })).toBe(60);
  });

  test("starts afresh fifteen minutes after its last wait", async () => {
    const name = uniqueName();
    await fail(name, 10);
    await fail(name, 10, { at: 60 });
    expect(await attempt(name, true, { at: 60 })).toBe(60);
  });

  test("of 30 parallel guesses has exactly ten compared", async () => {
    const name = uniqueName();
    let compared = 0;
    const guesses = Array.from({ length: 30 }, () =>
      countAttempt(context({}), "password", name, () => {
        compared += 1;
        return Promise.resolve(false);
      }),
    );
    const results = await Promise.allSettled(guesses);
    expect(compared).toBe(10);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  test("lets everybody through who comes at once with the right secret", async () => {
    const name = uniqueName();
    const attempts = Array.from({ length: 30 }, () =>
      countAttempt(context({}), "password", name, () => Promise.resolve(true)),
    );
    expect(await Promise.all(attempts)).toEqual(Array(30).fill(true));
    await expect(assertNotThrottled(context({}), "password", name)).resolves.toBeUndefined();
  });

  test("and its address are locked in the same order before and after the secret is compared", async () => {
    const [name, ip] = [uniqueName(), freshIp()];
    const [account, address] = [`password:account:${name}`, `password:address:${ip}`];
    const { prisma } = database();
    let attempted: Promise<boolean> | undefined;
    await prisma.$transaction(async (db) => {
      await new Promise<void>((compared) => {
        attempted = countAttempt(context({ ip }), "password", name, async () => {
          // PostgreSQL finds both by reading the whole table, in which the account now comes last.
          await prisma.throttle.update({ where: { key: account }, data: { failures: 1 } });
          await prisma.$executeRaw`ANALYZE "Throttle"`;
          await db.$queryRaw`SELECT 1 FROM "Throttle" WHERE "key" = ${account} FOR UPDATE`;
          compared();
          return true;
        });
      });
      await untilBlocked();
      const free = await db.$queryRaw`
        SELECT 1 FROM "Throttle" WHERE "key" = ${address} FOR UPDATE SKIP LOCKED`;
      expect(free).toHaveLength(1);
    });
    expect(await attempted).toBe(true);
  });

  test("is the same whatever the case of its name", async () => {
    const name = uniqueName();
    await fail(name, 10);
    expect(await attempt(name.toUpperCase(), true)).toBe(60);
  });

  test("gives the attempt back when comparing itself fails", async () => {
    const name = uniqueName();
    const broken = () => Promise.reject(new Error("no memory"));
    for (let n = 0; n < 12; n += 1) {
      await expect(countAttempt(context({}), "password", name, broken)).rejects.toThrow(
        "no memory",
      );
    }
    expect(await attempt(name, true)).toBe("right");
  });

  test("forgets after a minute what a process that died was comparing", async () => {
    const [account, ip] = [uniqueName(), freshIp()];
    const ended = new Promise<boolean>(() => undefined);
    let begun = 0;
    for (let n = 0; n < 10; n += 1) {
      void countAttempt(context({ ip }), "password", account, () => {
        begun += 1;
        return ended;
      });
    }
    await vi.waitUntil(() => begun === 10);
    await fail(account, 9, { ip, at: 1 });
    expect(await attempt(account, true, { ip, at: 1 })).toBe("right");
    await fail(account, 1, { ip, at: 1 });
    expect(await attempt(account, true, { ip, at: 1 })).toBe(60);
  });

  test("has a bucket for each kind of secret", async () => {
    const name = uniqueName();
    await fail(name, 10);
    const other = countAttempt(context({}), "setup-token", name, () => Promise.resolve(true));
    expect(await other).toBe(true);
  });
});

describe("a browser that its owner signed in with before", () => {
  test("is not kept out by strangers", async () => {
    const name = uniqueName();
    await fail(name, 10);
    const browser = new Map([[name, "browser-1"]]);
    expect(await attempt(name, true, { browser })).toBe("right");
    expect(await attempt(name, true)).toBe(60);
  });

  test("has ten failures of its own, which do not count for strangers", async () => {
    const name = uniqueName();
    const browser = new Map([[name, "browser-2"]]);
    await fail(name, 10, { browser });
    expect(await attempt(name, true, { browser })).toBe(60);
    expect(await attempt(name, true)).toBe("right");
  });

  test("is a stranger to every other account", async () => {
    const [mine, other] = [uniqueName(), uniqueName()];
    await fail(other, 10);
    expect(await attempt(other, true, { browser: new Map([[mine, "browser-3"]]) })).toBe(60);
  });
});

describe.each(addressSecretKinds)("secrets of the kind %s", (kind) => {
  async function wrong(times: number, place: Place, account: string | null = null) {
    for (let n = 0; n < times; n += 1) {
      await countAttempt(context(place), kind, account, () => Promise.resolve(false));
    }
  }

  test("count for the address, whichever account they name and whatever the browser", async () => {
    const [ip, name] = [freshIp(), uniqueName()];
    await wrong(11, { ip }, name);
    await wrong(288, { ip, browser: new Map([[name, "known"]]) }, name);
    await assertNotThrottled(context({ ip }), kind, name);
    await wrong(1, { ip });
    await expect(assertNotThrottled(context({ ip }), kind, null)).rejects.toThrow(/Too many/);
    await assertNotThrottled(context({}), kind, name);
  });

  test("are not the account's failures", async () => {
    const name = uniqueName();
    await wrong(3, {}, name);
    expect(await readFailuresOf(context({}), name)).toEqual({ failures: 0, waitsUntil: null });
  });
});

describe("an address", () => {
  async function exhaust(ip: string) {
    for (let n = 0; n < 30; n += 1) {
      await Promise.all(Array.from({ length: 10 }, () => attempt(uniqueName(), false, { ip })));
    }
  }

  test("takes 300 failures over all accounts, then waits for every account", async () => {
    const ip = freshIp();
    await exhaust(ip);
    expect(await attempt(uniqueName(), true, { ip })).toBe(60);
    expect(await attempt(uniqueName(), true)).toBe("right");
  });

  test("is waiting before an account is named", async () => {
    const ip = "2001:db8:7:7::1";
    await exhaust(ip);
    const waits = assertNotThrottled(context({ ip: "2001:db8:7:7:ffff::9" }), "password", null);
    await expect(waits).rejects.toMatchObject({ code: "throttled" });
    await assertNotThrottled(context({ ip: "2001:db8:7:8::1" }), "password", null);
  });

  test("that waits does not charge the account", async () => {
    const ip = freshIp();
    const name = uniqueName();
    await exhaust(ip);
    for (let n = 0; n < 12; n += 1) expect(await attempt(name, false, { ip })).toBe(60);
    expect(await attempt(name, true)).toBe("right");
  });

  test("is not charged for an account that waits", async () => {
    const [ip, name] = [freshIp(), uniqueName()];
    await fail(name, 10);
    for (let n = 0; n < 301; n += 1) await attempt(name, false, { ip });
    expect(await attempt(uniqueName(), true, { ip })).toBe("right");
  });
});

describe("through the routes", () => {
  const authenticate = (username: string, password: string) =>
    callAs(anonymous, signIn, {
      body: { username, password },
      headers: { "x-muster-client-address": freshIp() },
    });

  async function exhaustByRoute(username: string) {
    for (let n = 0; n < 10; n += 1) {
      expect((await authenticate(username, "wrong")).status).toBe(401);
    }
  }

  test.each(["a user", "nobody"])(
    "ten wrong passwords of %s make the next call wait",
    async (who) => {
      const name = who === "a user" ? (await aUser()).username : uniqueName("nobody");
      await exhaustByRoute(name);
      const called = await authenticate(name, PASSWORD);
      expect(called.status).toBe(429);
      expect(Number(called.headers.get("retry-after"))).toBeGreaterThan(50);
      expect(called.problem.Message).toMatch(/^Too many failed attempts/);
    },
  );

  test("a password that is confirmed counts in the same bucket as one to sign in with", async () => {
    const me = await anActor("auditor");
    const check = (password: string) =>
      callAs(me, validate, { params: { username: me.username }, body: { password } });
    for (let n = 0; n < 10; n += 1) {
      expect((await check("wrong")).payload).toEqual({ identity_validated: false });
    }
    expect((await check(PASSWORD)).status).toBe(429);
    expect((await authenticate(me.username, PASSWORD)).status).toBe(429);
  });

  test("a body that is bad is refused before the wait of its account, and counts as nothing", async () => {
    const { username } = await aUser();
    await exhaustByRoute(username);
    const bad = await callAs(anonymous, signIn, { body: { username } });
    expect(bad.status).toBe(400);
  });

  test("a wait of the account in the path comes before a bad body", async () => {
    const me = await aUser();
    await enrolTotp(me);
    const give = async (body: object) => {
      const token = await aPreAuthToken(me);
      return (await callAs(token, verify, { params: { username: me.username }, body })).status;
    };
    for (let n = 0; n < 10; n += 1) expect(await give({ recovery_code: "wrong" })).toBe(401);
    expect(await give({})).toBe(429);
  });

  test("a wait comes after a bad body where the body says what kind of secret it holds", async () => {
    const me = await anActor("auditor");
    await exhaustByRoute(me.username);
    const check = (body: object) =>
      callAs(me, validate, { params: { username: me.username }, body });
    expect((await check({})).status).toBe(400);
    expect((await check({ password: PASSWORD })).status).toBe(429);
    expect((await check({ totp: "123456" })).status).toBe(409);
  });

  test("twelve bad bodies make nobody wait", async () => {
    const { username } = await aUser();
    for (let n = 0; n < 12; n += 1) {
      await callAs(anonymous, signIn, { body: { username, password: 5 } });
    }
    expect((await authenticate(username, PASSWORD)).status).toBe(200);
  });

  test("the cookie of an earlier sign-in gives the browser a bucket of its own", async () => {
    const { username } = await aUser();
    const first = await authenticate(username, PASSWORD);
    const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(cookie).toMatch(/^muster.known-browser=/);
    expect(first.headers.get("set-cookie")).toMatch(/HttpOnly.*SameSite=Lax/);
    await exhaustByRoute(username);
    const input = { body: { username, password: PASSWORD } };
    const own = { headers: { Cookie: cookie } };
    expect((await callAs(own, signIn, input)).status).toBe(200);
    expect((await callAs(anonymous, signIn, input)).status).toBe(429);
  });

  test.each([
    ["with another's name in it", (cookie: string) => cookie.replace(/=[^.]*/, "=W1siYSIsImIiXV0")],
    ["with another signature", (cookie: string) => `${cookie.slice(0, -4)}AAAA`],
    ["without a signature", (cookie: string) => cookie.replace(/\..*/, "")],
    ["that is empty", () => "muster.known-browser="],
  ])("a cookie %s gives nothing", async (_, forge) => {
    const { username } = await aUser();
    const first = await authenticate(username, PASSWORD);
    const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
    await exhaustByRoute(username);
    const forged = { headers: { Cookie: forge(cookie) } };
    const called = await callAs(forged, signIn, { body: { username, password: PASSWORD } });
    expect(called.status).toBe(429);
  });
});
