// Linking and unlinking identities, and confirming by one who somebody is.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DELETE as unlink } from "@/app/api/users/[username]/auth/identities/[id]/route";
import { GET as list, POST as link } from "@/app/api/users/[username]/auth/identities/route";
import { provenIdentityCookie } from "@/lib/auth/single-sign-on/cookies";
import type { ProvenIdentity } from "@/lib/auth/single-sign-on/proven-identity";
import { database } from "@/lib/db/client";
import { env, settleEnv } from "@/lib/env";
import { callAs } from "@/lib/testing/call-as";
import { aBrowser, aPendingUser, aUser, anActor, type TestUser } from "@/lib/testing/factories";
import { anIdentity, aProof } from "@/lib/testing/identities";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint } from "@/lib/testing/observe";
import { startProvider, type TestProvider } from "@/lib/testing/oidc-server";
import { aPasskey } from "@/lib/testing/passkeys";
import { aProviderBrowser } from "@/lib/testing/provider-browser";
import { auditEntriesOf, storedUser } from "@/lib/testing/stored";

let provider: TestProvider;

beforeAll(async () => {
  provider = await startProvider();
  settleEnv({
    ...env(),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  });
});
afterAll(() => provider.stop());

beforeEach(() => {
  const sub = randomUUID();
  provider.person = { sub, email: `${sub}@example.com`, email_verified: true };
  provider.behaviour = {};
});

const address = () => `${provider.person.sub}@example.com`;
const own = () => ({ issuer: provider.issuer, subject: provider.person.sub });

/** What a browser proved, as its cookie holds it. */
function proofCookie(proven: ProvenIdentity, now?: Date) {
  const asked = { headers: new Headers() };
  const [Cookie = ""] = provenIdentityCookie.write(asked, proven, now).split(";");
  return { Cookie };
}

async function aSignedInBrowser(user: TestUser, { hasSudo = false } = {}) {
  const browser = aProviderBrowser();
  const session = await aBrowser(user, { hasSudo });
  browser.takeCookies(session);
  return { ...browser, sessionId: session.sessionId };
}

function identitiesOf({ id }: TestUser) {
  return database().prisma.identity.findMany({ where: { userId: id }, orderBy: { id: "asc" } });
}

describe("POST …/auth/identities", () => {
  test("links what the browser proved at a provider, once", async () => {
    const user = await aUser({ username: address() });
    const browser = await aSignedInBrowser(user, { hasSudo: true });
    const version = (await storedUser(user.username)).version;
    const landed = await browser.goAround({ purpose: "link", back: "/account?tab=a#b" });
    expect(landed.to).toBe("/account?tab=a&link=oidc#b");

    const params = { username: user.username };
    const { payload, headers } = await callAs(browser.caller(), link, { params });
    expect(payload).toMatchObject({ provider: "oidc", email: address() });
    expect(await identitiesOf(user)).toMatchObject([{ ...own(), id: payload.id }]);
    expect(await auditEntriesOf(user.id)).toMatchObject([
      {
        verb: "identity.link",
        actor: user.username,
        before: null,
        after: { provider: "oidc", email: address() },
      },
    ]);
    const { authType, version: after } = await storedUser(user.username);
    expect([authType, after]).toEqual(["basic_auth", version]);

    expect(headers.getSetCookie().join()).toMatch(/^muster\.proven-identity=;.*Max-Age=0/);
    browser.cookies.delete("muster.proven-identity");
    expect((await callAs(browser.caller(), link, { params })).status).toBe(404);
    expect((await aProviderBrowser().goAround()).to).toBe("/");
  });

  test("links what somebody proved who was led here from signing in", async () => {
    const user = await aUser({ username: address() });
    const browser = aProviderBrowser();
    expect((await browser.goAround()).to).toBe("/sign-in?link=oidc");
    browser.takeCookies(await aBrowser(user, { hasSudo: true }));
    const called = await callAs(browser.caller(), link, { params: { username: address() } });
    expect(called.status).toBe(200);
  });

  test("answers what is linked already, and changes nothing", async () => {
    const me = await anActor("auditor", { hasSudo: true });
    const proven = aProof({ email: me.username });
    const id = await anIdentity(me, proven);
    const before = await fingerprint();
    const called = await callAs(me, link, {
      params: { username: me.username },
      headers: proofCookie(proven),
    });
    expect(called.payload.id).toBe(id);
    expect(await fingerprint()).toBe(before);
  });

  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000 - 1000);
  const cases: [string, number, (me: TestUser) => Promise<Record<string, string>>][] = [
    ["nothing", 404, () => Promise.resolve({})],
    ["what is none of ours", 404, () => Promise.resolve({ Cookie: "muster.proven-identity=abc" })],
    [
      "what was proved more than 10 minutes ago",
      404,
      ({ username }) => Promise.resolve(proofCookie(aProof({ email: username }), minutesAgo(10))),
    ],
    ["another address", 409, () => Promise.resolve(proofCookie(aProof()))],
    [
      "an address that is not verified",
      409,
      () => Promise.resolve(proofCookie(aProof({ email: null }))),
    ],
    [
      "what is linked to somebody else",
      409,
      async ({ username }) => {
        const proven = aProof({ email: username });
        await anIdentity(await aUser(), proven);
        return proofCookie(proven);
      },
    ],
  ];
  test.each(cases)("refuses %s with %i", async (_, status, prove) => {
    const me = await anActor("platform-user", { hasSudo: true });
    const headers = await prove(me);
    const before = await fingerprint();
    const called = await callAs(me, link, { params: { username: me.username }, headers });
    expect(called.status).toBe(status);
    expect(await fingerprint()).toBe(before);
  });

  test("ends the request of who waited with it under another address", async () => {
    const me = await anActor("platform-user", { hasSudo: true });
    const waiting = await aPendingUser();
    const other = await aPendingUser();
    const headers = proofCookie(aProof({ ...waiting, email: me.username }));
    const linked = await callAs(me, link, { params: { username: me.username }, headers });
    expect(linked.status).toBe(200);
    const usernames = [waiting.username, other.username];
    const left = await database().prisma.pendingUser.findMany({
      where: { username: { in: usernames } },
    });
    expect(left.map(({ username }) => username)).toEqual([other.username]);
  });

  test("links nothing for whoever is signed out everywhere meanwhile", async () => {
    const user = await anActor("platform-user", { username: address(), hasSudo: true });
    const other = await holding(
      `WITH u AS (SELECT "id" FROM "User" WHERE "id" = $1 FOR UPDATE)
       DELETE FROM "Session" s USING u WHERE s."userId" = u."id"`,
      [user.id],
    );
    const called = callAs(user, link, {
      params: { username: user.username },
      headers: proofCookie(aProof({ ...own(), email: address() })),
    });
    await untilBlocked();
    await other.commit();
    expect((await called).status).toBe(401);
    expect(await identitiesOf(user)).toEqual([]);
  });

  test("links an identity to one of two accounts that ask at once", async () => {
    const proven = aProof();
    const people = await Promise.all([1, 2].map(() => anActor("platform-user", { hasSudo: true })));
    const statuses = await Promise.all(
      people.map(async (me) => {
        const headers = proofCookie({ ...proven, email: me.username });
        return (await callAs(me, link, { params: { username: me.username }, headers })).status;
      }),
    );
    expect(statuses.sort()).toEqual([200, 409]);
  });
});

describe("GET …/auth/identities", () => {
  test("lists them, the newest first", async () => {
    const me = await anActor("service-user");
    const google = { provider: "google", email: "a@example.com" };
    const older = await anIdentity(me, google, new Date(Date.now() - 1000));
    const newer = await anIdentity(me);
    const { payload } = await callAs(me, list, { params: { username: me.username } });
    expect(payload.map(({ id }) => id)).toEqual([newer, older]);
    expect(Object.keys(payload[1] ?? {})).toEqual([
      "id",
      "provider",
      "email",
      "created_at",
      "last_used",
    ]);
    expect(payload[1]).toMatchObject({ provider: "google", email: "a@example.com" });
  });
});

describe("DELETE …/auth/identities/{id}", () => {
  const remove = (me: Awaited<ReturnType<typeof anActor>>, id: string) =>
    callAs(me, unlink, { params: { username: me.username, id } });

  test("unlinks it", async () => {
    const me = await anActor("auditor", { hasSudo: true });
    const id = await anIdentity(me, { email: "a@example.com" });
    expect((await remove(me, id)).payload).toBeNull();
    expect(await identitiesOf(me)).toEqual([]);
    expect(await auditEntriesOf(me.id)).toMatchObject([
      {
        verb: "identity.unlink",
        actor: me.username,
        before: { provider: "oidc", email: "a@example.com" },
        after: null,
      },
    ]);
    expect((await remove(me, id)).status).toBe(404);
  });

  test("finds nobody else's", async () => {
    const me = await anActor("admin", { hasSudo: true });
    expect((await remove(me, await anIdentity(await aUser()))).status).toBe(404);
    expect((await remove(me, "x")).status).toBe(404);
  });

  const noOther: { provider: string }[] = [];
  test.each([
    ["the only one", noOther, 409],
    ["one beside another", [{ provider: "oidc" }], 200],
    ["one beside another at a provider that is not configured", [{ provider: "google" }], 409],
  ])("of an account without a password: %s", async (_, others, status) => {
    const me = await anActor("platform-user", { authType: "oauth", hasSudo: true });
    const id = await anIdentity(me);
    for (const other of others) await anIdentity(me, other);
    expect((await remove(me, id)).status).toBe(status);
    expect(await identitiesOf(me)).toHaveLength(others.length + (status === 200 ? 0 : 1));
  });

  test("leaves a way in where passwords are switched off", async () => {
    const me = await anActor("admin", { hasSudo: true });
    const superAdmin = await anActor("super-admin", { hasSudo: true });
    const [mine, theirs] = [await anIdentity(me), await anIdentity(superAdmin)];
    await database().prisma.serverSetting.updateMany({ data: { basicAuth: false } });
    try {
      expect((await remove(me, mine)).status).toBe(409);
      expect((await remove(superAdmin, theirs)).status).toBe(200);
    } finally {
      await database().prisma.serverSetting.updateMany({ data: { basicAuth: true } });
    }
  });

  test.each([
    ["localhost", 200],
    ["old.example.com", 409],
  ])("counts a passkey of %s where passwords are switched off: %i", async (rpId, status) => {
    const me = await anActor("admin", { hasSudo: true });
    const id = await anIdentity(me);
    await aPasskey(me, { rpId });
    await database().prisma.serverSetting.updateMany({ data: { basicAuth: false } });
    try {
      expect((await remove(me, id)).status).toBe(status);
    } finally {
      await database().prisma.serverSetting.updateMany({ data: { basicAuth: true } });
    }
  });

  test("leaves a way in where passwords are being switched off", async () => {
    const me = await anActor("admin", { hasSudo: true });
    const mine = await anIdentity(me);
    const other = await holding(`UPDATE "ServerSetting" SET "basicAuth" = false`);
    const call = remove(me, mine);
    try {
      await untilBlocked();
      await other.commit();
      expect((await call).status).toBe(409);
    } finally {
      await database().prisma.serverSetting.updateMany({ data: { basicAuth: true } });
    }
  });

  test("leaves one of two that are unlinked at once", async () => {
    const me = await anActor("platform-user", { authType: "oauth", hasSudo: true });
    const ids = [await anIdentity(me), await anIdentity(me)];
    const called = await Promise.all(ids.map((id) => remove(me, id)));
    expect(called.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe("confirming who one is at a provider", () => {
  const confirmedAt = async (id: string) =>
    (await database().prisma.session.findUniqueOrThrow({ where: { id } })).identityConfirmedAt;
  const isConfirmed = async (id: string) => (await confirmedAt(id)).getTime() > Date.now() - 60_000;
  const confirm = { purpose: "confirm", back: "/account" } as const;

  async function someone() {
    const user = await aUser({ username: address(), authType: "oauth" });
    await anIdentity(user, own());
    return { user, browser: await aSignedInBrowser(user) };
  }

  test("asks for it anew, and opens what needs it in this session", async () => {
    const { user, browser } = await someone();
    const { to } = await browser.begin(confirm);
    expect(Object.fromEntries(new URL(to).searchParams)).toMatchObject({
      prompt: "login",
      max_age: "0",
    });
    const landed = await browser.open(await browser.visit(to));
    expect(landed.to).toBe("/account");
    expect(await isConfirmed(browser.sessionId)).toBe(true);
    expect(await database().prisma.session.count({ where: { userId: user.id } })).toBe(1);
    expect(await auditEntriesOf(user.id)).toMatchObject([
      { verb: "session.confirm-identity", actor: user.username },
    ]);
  });

  test.each([
    ["asked for a second factor", ["pwd", "mfa"], true],
    ["did not", ["pwd"], false],
  ])("tells of the session whether the provider %s", async (_, amr, mfa) => {
    const { browser } = await someone();
    await database().prisma.session.update({
      where: { id: browser.sessionId },
      data: { mfa: false },
    });
    provider.behaviour = { claims: { amr } };
    await browser.goAround(confirm);
    const where = { id: browser.sessionId };
    expect(await database().prisma.session.findUniqueOrThrow({ where })).toMatchObject({ mfa });
  });

  test.each([
    ["is somebody else's", () => (provider.person.sub = randomUUID())],
    [
      "was proved longer ago",
      () => (provider.behaviour = { claims: { auth_time: Math.floor(Date.now() / 1000) - 90 } }),
    ],
  ])("fails by an identity that %s", async (_, change) => {
    const { browser } = await someone();
    change();
    const before = await fingerprint();
    expect((await browser.goAround(confirm)).to).toBe("/account?error=identity");
    expect(await isConfirmed(browser.sessionId)).toBe(false);
    expect(await fingerprint()).toBe(before);
  });

  test("fails by another account's identity, and signs nobody in", async () => {
    const { browser } = await someone();
    provider.person = { ...provider.person, sub: randomUUID() };
    await anIdentity(await aUser(), own());
    expect((await browser.goAround(confirm)).to).toBe("/account?error=identity");
    expect(await isConfirmed(browser.sessionId)).toBe(false);
  });

  test("says so where the provider breaks down", async () => {
    const { browser } = await someone();
    const back = await browser.visit((await browser.begin(confirm)).to);
    provider.behaviour = { faults: { "/token": 500 } };
    expect((await browser.open(back)).to).toBe("/account?error=provider");
  });

  test("is nothing for who has signed out, or is somebody else, meanwhile", async () => {
    const { user, browser } = await someone();
    const signedOut = await browser.visit((await browser.begin(confirm)).to);
    browser.cookies.delete("muster.session-token");
    expect((await browser.open(signedOut)).to).toBe("/sign-in?error=provider&back=%2Faccount");

    const again = await aSignedInBrowser(user);
    const other = await again.visit((await again.begin(confirm)).to);
    const another = await aBrowser(await aUser());
    again.takeCookies(another);
    expect((await again.open(other)).to).toBe("/sign-in?error=provider&back=%2Faccount");
    expect(await isConfirmed(another.sessionId)).toBe(false);
    expect(await isConfirmed(again.sessionId)).toBe(false);
  });
});
