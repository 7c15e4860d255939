import { describe, expect, test } from "vitest";
import { POST as complete } from "@/app/api/users/[username]/auth/complete-totp/route";
import { POST as init } from "@/app/api/users/[username]/auth/init-totp/route";
import { GET as state } from "@/app/api/users/[username]/auth/mfa/route";
import { POST as renew } from "@/app/api/users/[username]/auth/recovery-codes/route";
import { POST as verify } from "@/app/api/users/[username]/auth/verify-totp/route";
import { DELETE as reset } from "@/app/api/users/[username]/mfa/route";
import { GET, PUT } from "@/app/api/users/[username]/route";
import { POST as validate } from "@/app/api/users/[username]/validate-identity/route";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  aBrowser,
  anAccessToken,
  anActor,
  aUser,
  masterKey,
  type Caller,
  type TestActor,
  type TestUser,
} from "@/lib/testing/factories";
import { anIdentity } from "@/lib/testing/identities";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { aPreAuthToken, codeOf, enrolTotp, withMfaEnforced, wrongCodeOf } from "@/lib/testing/mfa";
import { fingerprint } from "@/lib/testing/observe";
import { auditEntriesOf, sessionCountOf, storedUser, tokenCountOf } from "@/lib/testing/stored";
import { signOffer } from "./offer";
import { newKeyUrl, secretIn } from "./totp";

const me = () => anActor("platform-user", { hasSudo: true });

function begin(user: TestActor) {
  return callAs(user, init, { params: { username: user.username } });
}

interface Given {
  otp_auth_url: string;
  otp_auth_url_signature: string;
  totp: string;
}

async function offered(user: TestActor): Promise<Given> {
  const { qr_code: _code, ...offer } = (await begin(user)).payload;
  return { ...offer, totp: codeOf(secretIn(offer.otp_auth_url)) };
}

function enrol(user: TestActor, body: Given, caller: Caller = user) {
  return callAs(caller, complete, { params: { username: user.username }, body });
}

const endingSessions = `
  WITH u AS (SELECT "id" FROM "User" WHERE "id" = $1 FOR UPDATE)
  DELETE FROM "Session" s USING u WHERE s."userId" = u."id"`;

async function stateOf({ username }: TestUser) {
  return (await callAs(masterKey, state, { params: { username } })).payload;
}

async function aPasskey({ id: userId }: TestUser, rpId = "localhost") {
  await database().prisma.passkey.create({
    data: {
      userId,
      rpId,
      credentialId: crypto.getRandomValues(new Uint8Array(16)),
      publicKey: new Uint8Array(1),
      counter: 0,
      transports: [],
      name: "key",
      isBackedUp: false,
      createdAt: new Date(),
    },
  });
}

describe("POST …/auth/init-totp", () => {
  test("offers a secret with a picture of it, and stores nothing", async () => {
    const user = await me();
    const before = await fingerprint();
    const { payload } = await begin(user);
    expect(payload.otp_auth_url).toContain(`otpauth://totp/Muster:${user.username}?`);
    expect(payload.otp_auth_url_signature).toMatch(/^[0-9a-f]{76}$/);
    expect(payload.qr_code).toMatch(/^data:image\/png;base64,/);
    expect(await fingerprint()).toBe(before);
  });

  test("offers none to an account that signs in elsewhere", async () => {
    expect((await begin(await anActor("auditor", { authType: "oauth" }))).status).toBe(409);
  });
});

describe("POST …/auth/complete-totp", () => {
  test("switches MFA on, for this session too, and gives ten codes", async () => {
    const user = await me();
    const other = await aBrowser(user);
    const { version } = await storedUser(user.username);
    const { payload } = await enrol(user, await offered(user));
    expect(new Set(payload.recovery_codes).size).toBe(10);
    const after = await storedUser(user.username);
    expect(after.isMfaEnabled).toBe(true);
    expect(after.version).toBeGreaterThan(version);
    const sessions = await database().prisma.session.findMany({ where: { userId: user.id } });
    expect(new Map(sessions.map(({ id, mfa }) => [id, mfa]))).toEqual(
      new Map([
        [user.sessionId, true],
        [other.sessionId, false],
      ]),
    );
    expect(await auditEntriesOf(user.id)).toMatchObject([
      { verb: "mfa.enable", actor: user.username, after: { replaced: false } },
    ]);
    expect(await stateOf(user)).toMatchObject({ totp: true, recovery_codes_left: 10 });
  });

  test("keeps the secret sealed, and of the codes only hashes", async () => {
    const user = await me();
    const given = await offered(user);
    const { payload } = await enrol(user, given);
    const { sealedSecret } = await database().prisma.totpSecret.findUniqueOrThrow({
      where: { userId: user.id },
    });
    expect(sealedSecret).not.toContain(secretIn(given.otp_auth_url));
    expect(Buffer.from(sealedSecret, "base64").toString()).not.toContain(
      secretIn(given.otp_auth_url),
    );
    const hashes = await database().prisma.recoveryCode.findMany({ where: { userId: user.id } });
    expect(hashes.every(({ codeHash }) => codeHash.length === 32)).toBe(true);
    expect(payload.recovery_codes).toHaveLength(hashes.length);
  });

  test("uses the code up", async () => {
    const user = await me();
    const given = await offered(user);
    await enrol(user, given);
    expect((await enrol(user, given)).badPaths).toEqual(["totp"]);
    const called = await callAs(await aPreAuthToken(user), verify, {
      params: { username: user.username },
      body: { totp: given.totp },
    });
    expect(called.status).toBe(401);
  });

  test("takes the place of the app and the codes before, and ends half-made sign-ins", async () => {
    const user = await me();
    const old = await enrolTotp(user);
    const half = await aPreAuthToken(user);
    const { payload } = await enrol(user, await offered(user));
    expect(payload.recovery_codes).not.toEqual(expect.arrayContaining(old.recoveryCodes));
    expect(await auditEntriesOf(user.id)).toMatchObject([{ after: { replaced: true } }]);
    const params = { username: user.username };
    const [recovery_code] = payload.recovery_codes;
    const ended = await callAs(half, verify, { params, body: { recovery_code } });
    expect(ended.status).toBe(401);
    for (const body of [{ totp: codeOf(old.secret) }, { recovery_code: old.recoveryCodes[0] }]) {
      const called = await callAs(await aPreAuthToken(user), verify, { params, body });
      expect(called.status).toBe(401);
    }
  });

  const bad: [string, string, (given: Given, user: TestActor) => Given | Promise<Given>][] = [
    [
      "a wrong code",
      "totp",
      (given) => ({ ...given, totp: wrongCodeOf(secretIn(given.otp_auth_url)) }),
    ],
    [
      "another secret",
      "otp_auth_url_signature",
      (given, { username }) => ({ ...given, otp_auth_url: newKeyUrl(username) }),
    ],
    [
      "an altered signature",
      "otp_auth_url_signature",
      (given) => ({
        ...given,
        otp_auth_url_signature: `f${given.otp_auth_url_signature.slice(1)}`,
      }),
    ],
    [
      "another user's",
      "otp_auth_url_signature",
      async () => offered(await anActor("platform-user", { hasSudo: true })),
    ],
    [
      "one older than ten minutes",
      "otp_auth_url_signature",
      (given, { id }) => ({
        ...given,
        otp_auth_url_signature: signOffer(
          { userId: id, url: given.otp_auth_url },
          new Date(Date.now() - 10 * 60_000 - 1000),
        ),
      }),
    ],
  ];
  test.each(bad)("refuses %s at %s", async (_, path, change) => {
    const user = await me();
    const given = await change(await offered(user), user);
    const before = await fingerprint();
    const called = await enrol(user, given);
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual([path]);
    expect(await fingerprint()).toBe(before);
  });

  test("takes an offer of nearly ten minutes ago", async () => {
    const user = await me();
    const given = await offered(user);
    const signedAt = new Date(Date.now() - 9.5 * 60_000);
    const signature = signOffer({ userId: user.id, url: given.otp_auth_url }, signedAt);
    const called = await enrol(user, { ...given, otp_auth_url_signature: signature });
    expect(called.status).toBe(200);
  });

  test("is not throttled", async () => {
    const user = await me();
    const given = await offered(user);
    for (let n = 0; n < 12; n += 1) {
      await enrol(user, { ...given, totp: wrongCodeOf(secretIn(given.otp_auth_url)) });
    }
    expect((await enrol(user, given)).status).toBe(200);
  });

  test("twice at once with one code is done once", async () => {
    const user = await me();
    const given = await offered(user);
    const called = await Promise.all([enrol(user, given), enrol(user, given)]);
    expect(called.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect((await stateOf(user)).recovery_codes_left).toBe(10);
  });

  test("twice at once with two secrets leaves one of them, with its codes", async () => {
    const user = await me();
    const both = [await offered(user), await offered(user)];
    const called = await Promise.all(both.map((given) => enrol(user, given)));
    expect(called.map(({ status }) => status)).toEqual([200, 200]);
    expect((await stateOf(user)).recovery_codes_left).toBe(10);
    const entries = await auditEntriesOf(user.id);
    expect(entries.map(({ after }) => JSON.stringify(after)).sort()).toEqual([
      '{"replaced":false}',
      '{"replaced":true}',
    ]);
  });

  test("enrols no account that signs in elsewhere, whatever it was offered", async () => {
    const user = await anActor("auditor", { hasSudo: true, authType: "oauth" });
    const url = newKeyUrl(user.username);
    const before = await fingerprint();
    const called = await enrol(user, {
      otp_auth_url: url,
      otp_auth_url_signature: signOffer({ userId: user.id, url }, new Date()),
      totp: codeOf(secretIn(url)),
    });
    expect(called.status).toBe(409);
    expect(await fingerprint()).toBe(before);
  });

  test("enrols nobody whose session was ended meanwhile", async () => {
    const user = await me();
    const given = await offered(user);
    const other = await holding(endingSessions, [user.id]);
    const called = enrol(user, given);
    await untilBlocked();
    await other.commit();
    expect((await called).status).toBe(401);
    expect((await storedUser(user.username)).isMfaEnabled).toBe(false);
  });
});

describe("POST …/auth/recovery-codes", () => {
  test("ends the codes before, and leaves the user's version", async () => {
    const user = await me();
    const { recoveryCodes } = await enrolTotp(user);
    const { version } = await storedUser(user.username);
    const params = { username: user.username };
    const { payload } = await callAs(user, renew, { params });
    expect((await storedUser(user.username)).version).toBe(version);
    expect(await auditEntriesOf(user.id)).toMatchObject([{ verb: "mfa.recovery-codes" }]);
    const statuses = [];
    for (const code of [recoveryCodes[0], payload.recovery_codes[0]]) {
      const token = await aPreAuthToken(user);
      const body = { recovery_code: code };
      statuses.push((await callAs(token, verify, { params, body })).status);
    }
    expect(statuses).toEqual([401, 200]);
  });

  test("gives none to whoever was signed out meanwhile", async () => {
    const user = await me();
    await enrolTotp(user);
    const before = await fingerprint(["Session"]);
    const other = await holding(endingSessions, [user.id]);
    const called = callAs(user, renew, { params: { username: user.username } });
    await untilBlocked();
    await other.commit();
    expect((await called).status).toBe(401);
    expect(await fingerprint(["Session"])).toBe(before);
  });

  test("without MFA is refused", async () => {
    const user = await me();
    expect((await callAs(user, renew, { params: { username: user.username } })).status).toBe(409);
  });
});

describe("GET …/auth/mfa", () => {
  test("tells what there is, of passkeys those that work here", async () => {
    const user = await aUser();
    expect(await stateOf(user)).toEqual({
      totp: false,
      totp_since: "0001-01-01T00:00:00Z",
      recovery_codes_left: 0,
      passkeys: 0,
      identities: 0,
      must_enrol: false,
    });
    await aPasskey(user);
    await aPasskey(user, "elsewhere.example.com");
    await anIdentity(user);
    const since = Date.now();
    await enrolTotp(user);
    const { totp_since: at, ...rest } = await stateOf(user);
    expect(Date.parse(at)).toBeGreaterThanOrEqual(since - 1000);
    expect(rest).toEqual({
      totp: true,
      recovery_codes_left: 10,
      passkeys: 1,
      identities: 1,
      must_enrol: false,
    });
  });

  test.each([
    [{}, true],
    [{ authType: "oauth" }, false],
    [{ isMfaEnabled: true }, false],
  ] as const)("while MFA is enforced tells whether %j has to enrol: %j", async (options, must) => {
    const user = await aUser(options);
    await withMfaEnforced(async () => expect((await stateOf(user)).must_enrol).toBe(must));
  });
});

describe("DELETE /api/users/{username}/mfa", () => {
  const remove = (user: TestUser) =>
    callAs(masterKey, reset, { params: { username: user.username } });

  test("takes all away, and ends sessions, not API tokens", async () => {
    const user = await anActor("platform-user");
    await enrolTotp(user);
    await aPasskey(user, "elsewhere.example.com");
    await anAccessToken(user);
    const half = await aPreAuthToken(user);
    const { version } = await storedUser(user.username);
    expect((await remove(user)).payload).toBeNull();
    expect(await stateOf(user)).toMatchObject({ totp: false, recovery_codes_left: 0 });
    expect(await database().prisma.passkey.count({ where: { userId: user.id } })).toBe(0);
    expect([await sessionCountOf(user.id), await tokenCountOf(user.id)]).toEqual([0, 1]);
    expect((await storedUser(user.username)).version).toBeGreaterThan(version);
    const ended = await callAs(half, verify, {
      params: { username: user.username },
      body: { totp: "000000" },
    });
    expect(ended.status).toBe(401);
    expect(await auditEntriesOf(user.id)).toMatchObject([
      {
        verb: "mfa.reset",
        before: { is_mfa_enabled: true, passkeys: 1, sessions: 1 },
        after: { is_mfa_enabled: false },
      },
    ]);
  });

  test("of passkeys alone leaves the user's version", async () => {
    const user = await aUser();
    await aPasskey(user);
    const { version } = await storedUser(user.username);
    await remove(user);
    expect((await storedUser(user.username)).version).toBe(version);
    expect(await auditEntriesOf(user.id)).toMatchObject([{ before: { passkeys: 1 }, after: {} }]);
  });

  test("with nothing enrolled changes nothing", async () => {
    const user = await anActor("platform-user");
    const before = await fingerprint();
    expect((await remove(user)).payload).toBeNull();
    expect(await fingerprint()).toBe(before);
  });
});

describe("PUT of one's own is_mfa_enabled", () => {
  const put = (user: TestActor, is_mfa_enabled: boolean) =>
    callAs(user, PUT, { params: { username: user.username }, body: { is_mfa_enabled } });

  test("false takes TOTP and recovery codes away, not passkeys and sessions", async () => {
    const user = await me();
    await enrolTotp(user);
    await aPasskey(user);
    const half = await aPreAuthToken(user);
    const { version } = await storedUser(user.username);
    expect((await put(user, false)).payload.is_mfa_enabled).toBe(false);
    expect(await stateOf(user)).toMatchObject({ totp: false, recovery_codes_left: 0, passkeys: 1 });
    expect(await database().prisma.totpSecret.count({ where: { userId: user.id } })).toBe(0);
    expect(await sessionCountOf(user.id)).toBe(1);
    expect((await storedUser(user.username)).version).toBeGreaterThan(version);
    expect(
      (
        await callAs(half, verify, {
          params: { username: user.username },
          body: { totp: "000000" },
        })
      ).status,
    ).toBe(401);
    expect(await auditEntriesOf(user.id)).toMatchObject([
      { verb: "user.update", before: { is_mfa_enabled: true }, after: { is_mfa_enabled: false } },
    ]);
  });

  test("false needs a recent identity check", async () => {
    const user = await anActor("auditor");
    await enrolTotp(user);
    const before = await fingerprint();
    expect((await put(user, false)).headers.get("x-error-code")).toBe("identity_check_required");
    expect(await fingerprint()).toBe(before);
  });

  test("false is refused while MFA is enforced", async () => {
    const user = await me();
    await enrolTotp(user);
    await withMfaEnforced(async () => {
      const called = await put(user, false);
      expect([called.status, called.badPaths]).toEqual([409, ["is_mfa_enabled"]]);
    });
    expect((await stateOf(user)).totp).toBe(true);
  });

  test("that repeats what is so needs nothing, and true never enrols", async () => {
    const user = await anActor("auditor");
    const before = await fingerprint();
    expect((await put(user, false)).status).toBe(200);
    expect((await put(user, true)).status).toBe(409);
    expect(await fingerprint()).toBe(before);
  });

  test("of others is ignored", async () => {
    const user = await aUser();
    await enrolTotp(user);
    const before = await fingerprint();
    const params = { username: user.username };
    for (const is_mfa_enabled of [false, true]) {
      expect((await callAs(masterKey, PUT, { params, body: { is_mfa_enabled } })).status).toBe(200);
    }
    expect(await fingerprint()).toBe(before);
    expect((await callAs(masterKey, GET, { params })).payload.is_mfa_enabled).toBe(true);
  });
});

describe("validate-identity by TOTP", () => {
  const check = (user: TestUser, caller: Caller, body: object) =>
    callAs(caller, validate, { params: { username: user.username }, body });

  test("opens what needs it, by each code once", async () => {
    const user = await anActor("auditor");
    const { secret } = await enrolTotp(user);
    const totp = codeOf(secret);
    expect((await check(user, user, { totp })).payload).toEqual({ identity_validated: true });
    expect((await check(user, user, { totp })).payload).toEqual({ identity_validated: false });
    const { identityConfirmedAt, mfa } = await database().prisma.session.findUniqueOrThrow({
      where: { id: user.sessionId },
    });
    expect(Date.now() - identityConfirmedAt.getTime()).toBeLessThan(60_000);
    expect(mfa).toBe(true);
    const entries = await auditEntriesOf(user.id);
    expect(entries.map(({ verb }) => verb).sort()).toEqual([
      "session.confirm-identity",
      "session.refuse",
    ]);
  });

  test("by a wrong code opens nothing, and leaves an entry about the account", async () => {
    const user = await anActor("auditor");
    const { secret } = await enrolTotp(user);
    const totp = wrongCodeOf(secret);
    for (let n = 0; n < 2; n += 1) {
      expect((await check(user, user, { totp })).payload).toEqual({ identity_validated: false });
    }
    const session = await database().prisma.session.findUniqueOrThrow({
      where: { id: user.sessionId },
    });
    expect(session.mfa).toBe(false);
    expect(Date.now() - session.identityConfirmedAt.getTime()).toBeGreaterThan(10 * 60_000);
    expect(await auditEntriesOf(user.id)).toMatchObject([
      { verb: "session.refuse", actor: "", after: { count: 2 } },
    ]);
  });

  test("opens nothing for whoever is disabled meanwhile, and leaves an entry", async () => {
    const user = await anActor("auditor");
    const { secret } = await enrolTotp(user);
    const other = await holding(`UPDATE "User" SET "isDisabled" = true WHERE "id" = $1`, [user.id]);
    const called = check(user, user, { totp: codeOf(secret) });
    await untilBlocked();
    await other.commit();
    expect((await called).payload).toEqual({ identity_validated: false });
    const session = await database().prisma.session.findUniqueOrThrow({
      where: { id: user.sessionId },
    });
    expect(session.mfa).toBe(false);
    expect(Date.now() - session.identityConfirmedAt.getTime()).toBeGreaterThan(10 * 60_000);
    expect(await auditEntriesOf(user.id)).toMatchObject([{ verb: "session.refuse" }]);
  });

  test("with an API token answers, and marks nothing", async () => {
    const user = await anActor("auditor");
    const { secret } = await enrolTotp(user);
    const token = await anAccessToken(user);
    const before = await fingerprint(["TotpSecret"]);
    const called = await check(user, token, { totp: codeOf(secret) });
    expect(called.payload).toEqual({ identity_validated: true });
    expect(await fingerprint(["TotpSecret"])).toBe(before);
  });

  test("is refused where the account has none", async () => {
    const user = await anActor("auditor");
    expect((await check(user, user, { totp: "123456" })).status).toBe(409);
  });

  test("takes exactly one", async () => {
    const user = await anActor("auditor");
    const called = await check(user, user, { totp: "123456", password: "x" });
    expect(called.badPaths.sort()).toEqual(["password", "totp"]);
    expect((await check(user, user, {})).badPaths).toHaveLength(3);
  });

  test("waits for wrong codes, not for wrong passwords", async () => {
    const user = await anActor("auditor");
    const { secret } = await enrolTotp(user);
    for (let n = 0; n < 10; n += 1) await check(user, user, { totp: wrongCodeOf(secret) });
    expect((await check(user, user, { totp: codeOf(secret) })).status).toBe(429);
    expect((await check(user, user, { password: "wrong" })).payload).toEqual({
      identity_validated: false,
    });
  });
});
