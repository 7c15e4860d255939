import { afterEach, describe, expect, test } from "vitest";
import { GET as readUser } from "@/app/api/users/[username]/route";
import { POST as signIn } from "@/app/api/users/adm/passkey/route";
import { POST as options } from "@/app/api/users/adm/passkey/options/route";
import { GET as waysIn } from "@/app/api/server/sign_in/route";
import { POST as signOut } from "@/app/api/v1/users/logout/route";
import { networkOf } from "@/lib/auth/throttle";
import { database } from "@/lib/db/client";
import { env, settleEnv } from "@/lib/env";
import { answer, aSoftPasskey, type Quirks, type SoftPasskey } from "@/lib/testing/authenticator";
import { callAs } from "@/lib/testing/call-as";
import { anonymous, aUser, bearer, type TestUser } from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint } from "@/lib/testing/observe";
import { aPasskey } from "@/lib/testing/passkeys";
import { auditEntriesOf, sessionCountOf, storedUser } from "@/lib/testing/stored";
import { newChallenge } from "./challenge";
import { toBase64url } from "./verification";

const configured = env();
afterEach(async () => {
  settleEnv(configured);
  await database().prisma.serverSetting.updateMany({ data: { basicAuth: true } });
  await database().prisma.throttle.deleteMany();
});

async function asked(headers: Record<string, string> = {}) {
  return (await callAs(anonymous, options, { headers })).payload;
}

interface Sent {
  quirks?: Quirks;
  headers?: Record<string, string>;
}

async function come(soft: SoftPasskey, { quirks = {}, headers = {} }: Sent = {}) {
  const { challenge } = await asked();
  return send(answer(soft, { challenge }, quirks), headers);
}

function send(credential: unknown, headers: Record<string, string> = {}) {
  return callAs(anonymous, signIn, { body: { credential }, headers });
}

const forSignIn = { purpose: "sign-in", userId: null } as const;
const rowOf = (id: string) => database().prisma.passkey.findUniqueOrThrow({ where: { id } });
const refusalsOf = async ({ id }: TestUser) =>
  (await auditEntriesOf(id)).filter(({ verb }) => verb === "session.refuse");

describe("POST /api/users/adm/passkey/options", () => {
  test("names no account, and asks for whoever holds the passkey", async () => {
    const first = await asked();
    expect(first).toEqual({
      rpId: "localhost",
      challenge: first.challenge,
      timeout: 300_000,
      allowCredentials: [],
      userVerification: "required",
    });
    expect((await asked()).challenge).not.toBe(first.challenge);
  });

  test("stores nothing, however often it is called", async () => {
    const before = await fingerprint();
    await Promise.all(Array.from({ length: 20 }, () => asked()));
    expect(await fingerprint()).toBe(before);
  });

  test.each([
    ["an address that is an IP address", "192.0.2.1:3000"],
    ["a name without https", "muster.example.com"],
  ])("is refused in words at %s", async (_, Host) => {
    const before = await fingerprint();
    const called = await callAs(anonymous, options, { headers: { Host } });
    expect(called.status).toBe(409);
    expect(called.problem.Message).toMatch(/^Passkeys do not work at/);
    expect(await fingerprint()).toBe(before);
  });

  test("is for the public address, wherever the request came in", async () => {
    settleEnv({ ...configured, MUSTER_BASE_URL: "https://muster.example.com" });
    expect(await asked({ Host: "10.0.0.1" })).toMatchObject({ rpId: "muster.example.com" });
  });
});

describe("GET /api/server/sign_in says whether passkeys work here", () => {
  test.each([
    ["localhost:3000", undefined, true],
    ["127.0.0.1:3000", undefined, false],
    ["muster.example.com", undefined, false],
    ["127.0.0.1:3000", "https://muster.example.com", true],
    ["localhost:3000", "http://muster.example.com", false],
  ])("called at %s, with %s as public address: %s", async (Host, address, passkeys) => {
    settleEnv({ ...configured, MUSTER_BASE_URL: address });
    const { payload } = await callAs(anonymous, waysIn, { headers: { Host } });
    expect(payload.passkeys).toBe(passkeys);
  });
});

describe("POST /api/users/adm/passkey", () => {
  test("answers with a bearer of a session that has passed MFA", async () => {
    const user = await aUser();
    const { id, soft } = await aPasskey(user);
    const { payload, headers } = await come(soft);
    expect(payload.UserName).toBe(user.username);
    expect(headers.getSetCookie().join()).toContain("known-browser");

    const me = bearer(payload.AuthToken);
    const { status } = await callAs(me, readUser, { params: { username: user.username } });
    expect(status).toBe(200);
    const [session] = await database().prisma.session.findMany({ where: { userId: user.id } });
    expect(session).toMatchObject({ kind: "api", authMethod: "passkey", mfa: true });
    expect(session?.identityConfirmedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect((await storedUser(user.username)).lastLoginAt.getTime()).toBeGreaterThan(
      Date.now() - 60_000,
    );
    expect((await rowOf(id)).lastUsedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(await auditEntriesOf(user.id)).toMatchObject([
      {
        verb: "session.create",
        actor: user.username,
        before: null,
        after: { auth_method: "passkey" },
      },
    ]);
    expect((await callAs(me, signOut)).status).toBe(200);
  });

  test("works where signing in with a password is switched off", async () => {
    await database().prisma.serverSetting.updateMany({ data: { basicAuth: false } });
    const { soft } = await aPasskey(await aUser({ role: "service-user" }));
    expect((await come(soft)).status).toBe(200);
  });

  test("lives as long as the server's setting says", async () => {
    const user = await aUser();
    const { soft } = await aPasskey(user);
    await come(soft);
    const { createdAt, expiresAt } = await database().prisma.session.findFirstOrThrow({
      where: { userId: user.id },
    });
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(720 * 60_000);
  });

  test("by a dashboard is refused to roles that have none, after a right answer", async () => {
    const headers = { "From-Ui": "true" };
    const user = await aUser({ role: "service-user" });
    const { soft } = await aPasskey(user);
    expect((await come(soft, { headers })).status).toBe(403);
    expect((await come(soft, { headers, quirks: { isForged: true } })).status).toBe(401);
    expect(await sessionCountOf(user.id)).toBe(0);
    expect((await come(soft)).status).toBe(200);
    const { soft: other } = await aPasskey(await aUser({ role: "auditor" }));
    expect((await come(other, { headers })).status).toBe(200);
  });

  test.each<[string, Quirks]>([
    ["a signature of another key", { isForged: true }],
    ["another origin", { origin: "https://localhost:3000" }],
    ["an origin of another port", { origin: "http://localhost:3001" }],
    ["another host", { rpId: "example.com" }],
    ["an invented challenge", { challenge: Buffer.alloc(32, 1).toString("base64url") }],
    ["nobody verified", { isUserVerified: false }],
    ["the words of a registration", { type: "webauthn.create" }],
    ["another user's handle", { userHandle: Buffer.alloc(16, 1).toString("base64url") }],
    ["no handle", { userHandle: null }],
  ])("with %s is refused, counted and audited", async (_, quirks) => {
    const user = await aUser();
    const { soft } = await aPasskey(user);
    const called = await come(soft, { quirks });
    expect(called.status).toBe(401);
    expect(await sessionCountOf(user.id)).toBe(0);
    const bucket = await database().prisma.throttle.findMany();
    expect(bucket).toMatchObject([{ key: "passkey:address:192.0.2.1", failures: 1, pending: 0 }]);
    // Whose passkey it is, is not known where the answer does not say it.
    expect(await refusalsOf(user)).toHaveLength("userHandle" in quirks ? 0 : 1);
  });

  test("refuses unknown, wrong and disabled alike", async () => {
    const unknown = await come(aSoftPasskey({ userHandle: "AAAA" }));
    const wrong = await come((await aPasskey(await aUser())).soft, { quirks: { isForged: true } });
    const disabledUser = await aUser({ isDisabled: true });
    const disabled = await come((await aPasskey(disabledUser)).soft);
    const answers = [unknown, wrong, disabled].map(({ status, problem }) => [
      status,
      problem.Message,
    ]);
    expect(answers[0]).toEqual([401, wrong.problem.Message]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await refusalsOf(disabledUser)).toHaveLength(1);
    expect(await sessionCountOf(disabledUser.id)).toBe(0);
  });

  test("refuses a passkey that was made for another address of the server", async () => {
    const { soft } = await aPasskey(await aUser(), { rpId: "old.example.com" });
    expect((await come(soft, { quirks: { rpId: "localhost" } })).status).toBe(401);
    expect((await come(soft)).status).toBe(401);
  });

  test("takes a challenge once, and one that was answered wrongly not at all", async () => {
    const { soft } = await aPasskey(await aUser());
    const first = await asked();
    expect((await send(answer(soft, first))).status).toBe(200);
    expect((await send(answer(soft, first))).status).toBe(401);
    const second = await asked();
    expect((await send(answer(soft, second, { isForged: true }))).status).toBe(401);
    expect((await send(answer(soft, second))).status).toBe(401);
  });

  test("takes a challenge of nearly 5 minutes ago, and none that is older", async () => {
    const { soft } = await aPasskey(await aUser());
    const madeAgo = (ms: number) => toBase64url(newChallenge(forSignIn, new Date(Date.now() - ms)));
    expect((await send(answer(soft, { challenge: madeAgo(290_000) }))).status).toBe(200);
    expect((await send(answer(soft, { challenge: madeAgo(300_000) }))).status).toBe(401);
  });

  test.each(["confirm", "register"] as const)(
    "takes no challenge that was made to %s",
    async (purpose) => {
      const user = await aUser();
      const { soft } = await aPasskey(user);
      for (const userId of [user.id, null]) {
        const challenge = toBase64url(newChallenge({ purpose, userId }, new Date()));
        expect((await send(answer(soft, { challenge }))).status).toBe(401);
      }
    },
  );

  test("keeps of a challenge that it was answered, until it expires, and nothing of invented ones", async () => {
    const { soft } = await aPasskey(await aUser());
    await database().prisma.answeredChallenge.deleteMany();
    const invented = Buffer.alloc(54, 1).toString("base64url");
    await come(soft, { quirks: { challenge: invented } });
    expect(await database().prisma.answeredChallenge.count()).toBe(0);
    const { challenge } = await asked();
    await send(answer(soft, { challenge }));
    const [kept] = await database().prisma.answeredChallenge.findMany();
    expect(kept?.challenge).toEqual(new Uint8Array(Buffer.from(challenge, "base64url")));
    const left = (kept?.expiresAt.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(240_000);
    expect(left).toBeLessThanOrEqual(300_000);
  });

  test("of one answer that is sent ten times at once makes one session", async () => {
    const user = await aUser();
    const { soft } = await aPasskey(user);
    const credential = answer(soft, await asked());
    const called = await Promise.all(Array.from({ length: 10 }, () => send(credential)));
    expect(called.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(401)]);
    expect(await sessionCountOf(user.id)).toBe(1);
    expect(await refusalsOf(user)).toMatchObject([{ actor: "", after: { count: 9 } }]);
  });

  test.each([
    ["nothing", {}],
    ["no base64url", { credential: { ...answer(aSoftPasskey(), { challenge: "" }), id: "=?" } }],
  ])("with %s counts as no attempt", async (_, body) => {
    expect((await callAs(anonymous, signIn, { body })).status).toBe(400);
    expect(await database().prisma.throttle.count()).toBe(0);
  });

  test("waits for the address alone, whose right answers are refused too then", async () => {
    const ip = `198.51.100.7`;
    const headers = { "x-muster-client-address": ip };
    const { soft } = await aPasskey(await aUser());
    const key = `passkey:address:${networkOf(ip)}`;
    const at = (ms: number) => new Date(Date.now() + ms);
    await database().prisma.throttle.create({
      data: { key, failures: 300, pending: 0, expiresAt: at(900_000), blockedUntil: at(60_000) },
    });
    await database().prisma.answeredChallenge.deleteMany();
    const called = await come(soft, { headers });
    expect(called.status).toBe(429);
    expect(await database().prisma.answeredChallenge.count()).toBe(0);
    expect(Number(called.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await come(soft)).status).toBe(200);
  });
});

describe("the counter of a passkey", () => {
  test("may stay zero", async () => {
    const { id, soft } = await aPasskey(await aUser());
    expect((await come(soft)).status).toBe(200);
    expect((await come(soft)).status).toBe(200);
    expect((await rowOf(id)).counter).toBe(0n);
  });

  test("is noted, with whether the passkey is backed up by now", async () => {
    const { id, soft } = await aPasskey(await aUser(), { counter: 3 });
    expect((await come(soft, { quirks: { counter: 4, isBackedUp: true } })).status).toBe(200);
    expect(await rowOf(id)).toMatchObject({ counter: 4n, isBackedUp: true });
    expect((await come(soft, { quirks: { counter: 4_294_967_295 } })).status).toBe(200);
    expect((await rowOf(id)).counter).toBe(4_294_967_295n);
  });

  test.each([5, 4, 0])("that was 5 and is %i now is refused and audited", async (counter) => {
    const user = await aUser();
    const { id, soft } = await aPasskey(user, { counter: 5 });
    expect((await come(soft, { quirks: { counter } })).status).toBe(401);
    expect(await rowOf(id)).toMatchObject({ counter: 5n });
    expect(await refusalsOf(user)).toMatchObject([{ after: { count: 1 } }]);
    expect(await sessionCountOf(user.id)).toBe(0);
  });

  test("lets one of two in that come at once with the same", async () => {
    const user = await aUser();
    const { soft } = await aPasskey(user, { counter: 5 });
    const other = await holding(`SELECT FROM "User" WHERE "id" = $1 FOR UPDATE`, [user.id]);
    const both = [1, 2].map(() => come(soft, { quirks: { counter: 6 } }));
    await untilBlocked(2);
    await other.commit();
    const called = await Promise.all(both);
    expect(called.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await refusalsOf(user)).toHaveLength(1);
  });
});

describe("a sign-in by passkey makes no session", () => {
  const changes: [string, string][] = [
    ["the user is disabled", `UPDATE "User" SET "isDisabled" = true WHERE "id" = $1`],
    ["the role is changed", `UPDATE "User" SET "platformRoleId" = 'auditor' WHERE "id" = $1`],
    ["the user is deleted", `DELETE FROM "User" WHERE "id" = $1`],
    ["the passkey is removed", `DELETE FROM "Passkey" WHERE "userId" = $1`],
  ];

  async function comeDuring(statement: string, end: "commit" | "rollback") {
    const user = await aUser();
    const { soft } = await aPasskey(user);
    const other = await holding(statement, [user.id]);
    const called = come(soft);
    await untilBlocked();
    await other[end]();
    return { status: (await called).status, sessions: await sessionCountOf(user.id) };
  }

  test.each(changes)("when %s in between", async (_, statement) => {
    expect(await comeDuring(statement, "commit")).toEqual({ status: 401, sessions: 0 });
  });

  test.each(changes)("when %s while the answer is checked", async (_, statement) => {
    const user = await aUser();
    const { soft } = await aPasskey(user);
    const key = "passkey:address:192.0.2.1";
    const expiresAt = new Date(Date.now() + 900_000);
    await database().prisma.throttle.create({ data: { key, failures: 1, expiresAt } });
    const other = await holding(`SELECT FROM "Throttle" WHERE "key" = $1 FOR UPDATE`, [key]);
    const called = come(soft);
    await untilBlocked();
    await database().pool.query(statement, [user.id]);
    await other.commit();
    expect((await called).status).toBe(401);
    expect(await sessionCountOf(user.id)).toBe(0);
  });

  test.each(changes)(
    "which is proven by the same steps where %s after all not",
    async (_, statement) => {
      expect(await comeDuring(statement, "rollback")).toEqual({ status: 200, sessions: 1 });
    },
  );
});
