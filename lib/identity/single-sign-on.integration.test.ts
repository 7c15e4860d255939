// Signing in at a real provider, through next-auth's own routes.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as getUser } from "@/app/api/users/[username]/route";
import { GET as listSessions } from "@/app/api/v1/users/sessions/route";
import { readPendingCookie } from "@/lib/auth/pending-cookie";
import { database } from "@/lib/db/client";
import { env, settleEnv } from "@/lib/env";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import { aBrowser, aGroup, anInvite, aUser, type TestUser } from "@/lib/testing/factories";
import { anIdentity } from "@/lib/testing/identities";
import { fingerprint } from "@/lib/testing/observe";
import { startProvider, type Behaviour, type TestProvider } from "@/lib/testing/oidc-server";
import { aProviderBrowser } from "@/lib/testing/provider-browser";
import { auditEntriesOf, sessionCountOf, storedUser } from "@/lib/testing/stored";

let provider: TestProvider;

beforeAll(async () => {
  provider = await startProvider();
  settleEnv({
    ...env(),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  });
  await aUser({ role: "super-admin" });
});
afterAll(() => provider.stop());

/** Somebody whom nobody here knows. */
beforeEach(() => {
  const sub = randomUUID();
  provider.person = {
    sub,
    email: `${sub}@Example.com`,
    email_verified: true,
    name: "Ada Lovelace",
  };
  provider.behaviour = {};
});

const own = () => ({ issuer: provider.issuer, subject: provider.person.sub });
const address = () => `${provider.person.sub}@example.com`;

/** An account that the person signs in by. */
async function aLinkedUser(options: Parameters<typeof aUser>[0] = {}) {
  const user = await aUser({ authType: "oauth", ...options });
  const identity = await anIdentity(user, { ...own(), email: "old@example.com" });
  return { ...user, identity };
}

function allowDomains(...allowedEmailDomains: string[]) {
  return database().prisma.serverSetting.updateMany({ data: { allowedEmailDomains } });
}
const goAround = () => aProviderBrowser().goAround();
const pendingCount = () => database().prisma.pendingUser.count();

describe("somebody whose identity is known", () => {
  test("is signed in, and goes where they wanted to", async () => {
    const user = await aLinkedUser();
    const browser = aProviderBrowser();
    const { status, to } = await browser.goAround({ back: "/users?q=a" });
    expect({ status, to }).toEqual({ status: 302, to: "/users?q=a" });
    const { payload } = await callAs(browser.caller(), listSessions);
    expect(payload).toMatchObject([
      { user_name: user.username, kind: "browser", auth_method: "oidc", mfa: false, current: true },
    ]);
    expect(browser.cookies.has("muster.known-browser")).toBe(true);
    const { lastLoginAt } = await storedUser(user.username);
    expect(lastLoginAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(await auditEntriesOf(user.id)).toMatchObject([
      { verb: "session.create", actor: user.username, after: { auth_method: "oidc" } },
    ]);
  });

  test("is signed in also after the address has changed at the provider, which is noted", async () => {
    const { identity } = await aLinkedUser();
    expect((await goAround()).to).toBe("/");
    const stored = await database().prisma.identity.findUniqueOrThrow({ where: { id: identity } });
    expect(stored.email).toBe(address());
    expect(stored.lastUsedAt.getTime()).toBeGreaterThan(stored.createdAt.getTime());
  });

  test.each([{ email_verified: false }, { email: undefined }, { email: "no address" }])(
    "needs no address (%j)",
    async (said) => {
      await aLinkedUser();
      Object.assign(provider.person, said);
      expect((await goAround()).to).toBe("/");
    },
  );

  test("is told when the account is disabled, and nothing is stored", async () => {
    await aLinkedUser({ isDisabled: true });
    const before = await fingerprint();
    expect((await goAround()).to).toBe("/sign-in?error=disabled");
    expect(await fingerprint()).toBe(before);
  });

  test("has a session by more than one factor where the provider says so", async () => {
    await aLinkedUser();
    provider.behaviour = { claims: { amr: ["pwd", "mfa"] } };
    const browser = aProviderBrowser();
    await browser.goAround();
    expect((await callAs(browser.caller(), listSessions)).payload).toMatchObject([{ mfa: true }]);
  });

  test.each([
    ["an hour ago", 3_600, false],
    ["two minutes ago", 120, false],
    ["just now", 5, true],
    ["at a time that the provider does not tell", undefined, true],
  ])("who signed in there %s opens what needs it: %3$s", async (_, seconds, isOpen) => {
    const user = await aLinkedUser();
    const auth_time = seconds && Math.floor(Date.now() / 1000) - seconds;
    provider.behaviour = { claims: { auth_time } };
    await goAround();
    const session = await database().prisma.session.findFirstOrThrow({
      where: { userId: user.id },
    });
    const age = Date.now() - session.identityConfirmedAt.getTime();
    expect(age < 60_000).toBe(isOpen);
  });

  test("comes in twice at once, with a session each", async () => {
    const user = await aLinkedUser();
    const landed = await Promise.all([goAround(), goAround(), goAround()]);
    expect(landed.map(({ to }) => to)).toEqual(["/", "/", "/"]);
    expect(await sessionCountOf(user.id)).toBe(3);
  });
});

describe("somebody without a good address", () => {
  test.each([
    ["no address", { email: undefined }],
    ["one that is not verified", { email_verified: false }],
    ["one of which nothing is said", { email_verified: undefined }],
    ["one that is verified by another word", { email_verified: "yes" }],
    ["one that is none", { email: "ada" }],
    ["one that is too long", { email: `${"a".repeat(250)}@example.com` }],
    ["one that breaks paths", { email: "a/b@example.com" }],
  ])("(%s) is refused, and nothing is stored", async (_, said) => {
    Object.assign(provider.person, said);
    const before = await fingerprint();
    expect((await goAround()).to).toBe("/sign-in?error=email");
    expect(await fingerprint()).toBe(before);
  });

  test("has a good one where the provider writes that as text", async () => {
    provider.person["email_verified"] = "true";
    expect((await goAround()).to).toBe("/pending");
  });

  test("has a good one where the ID token has it already", async () => {
    const claims = { email: `x-${address()}`, email_verified: true };
    provider.behaviour = { claims };
    provider.asked.length = 0;
    await anInvite({ email: claims.email });
    expect((await goAround()).to).toBe("/");
    expect(provider.asked).not.toContain("GET /me");
  });
});

describe("somebody whose address an account has", () => {
  test("is led to link it, and is not signed in", async () => {
    const user = await aUser({ username: address() });
    const browser = aProviderBrowser();
    const before = await fingerprint();
    const { to } = await browser.goAround({ back: "/users" });
    expect(to).toBe("/sign-in?link=oidc&back=%2Fusers");
    expect(await fingerprint()).toBe(before);
    expect(browser.cookies.has("muster.session-token")).toBe(false);
    expect(browser.cookies.has("muster.proven-identity")).toBe(true);
    expect(await sessionCountOf(user.id)).toBe(0);
  });

  test("is led to link it also when another subject has been linked", async () => {
    const user = await aUser({ username: address(), authType: "oauth" });
    await anIdentity(user, { issuer: provider.issuer, subject: "another", email: address() });
    expect((await goAround()).to).toBe("/sign-in?link=oidc");
    expect(await sessionCountOf(user.id)).toBe(0);
  });
});

describe("somebody who is signed in already, and whose address an account has", () => {
  async function goAroundAs(user: TestUser) {
    const browser = aProviderBrowser();
    browser.takeCookies(await aBrowser(user));
    return { ...(await browser.goAround({ back: "/users" })), browser };
  }

  test("is led to the sign-in page, which leads on to the offer", async () => {
    const { to, browser } = await goAroundAs(await aUser({ username: address() }));
    expect(to).toBe("/sign-in?link=oidc&back=%2Fusers");
    expect(browser.cookies.has("muster.proven-identity")).toBe(true);
  });

  test("is led to sign in as who has the account, where that is somebody else", async () => {
    await aUser({ username: address() });
    expect((await goAroundAs(await aUser())).to).toBe(
      "/sign-in?link=oidc&back=%2Fusers&again=true",
    );
  });
});

describe("somebody who was invited", () => {
  test("gets the account of the invite, linked, without a password", async () => {
    const external = await aGroup({ externalId: "x" });
    const group = await aGroup();
    await anInvite({
      email: address(),
      role: "admin",
      groupIds: [group, external],
      createdBy: "grace",
    });
    const browser = aProviderBrowser();
    expect((await browser.goAround({ back: "/account" })).to).toBe("/account");

    const stored = await storedUser(address());
    expect(stored).toMatchObject({
      authType: "oauth",
      passwordHash: null,
      displayName: "Ada Lovelace",
      platformRoleId: "admin",
      externalId: provider.person.sub,
      createdBy: "grace",
      memberships: [ADMIN_GROUP, group].sort().map((groupId) => ({ groupId })),
    });
    expect(
      (await callAs(browser.caller(), getUser, { params: { username: address() } })).status,
    ).toBe(200);
    const identities = await database().prisma.identity.findMany({ where: { userId: stored.id } });
    expect(identities).toMatchObject([{ ...own(), provider: "oidc", email: address() }]);
    expect(await database().prisma.invite.count({ where: { email: address() } })).toBe(0);
    const verbs = (await auditEntriesOf(stored.id)).map(({ verb, actor }) => `${actor} ${verb}`);
    expect(verbs.sort()).toEqual([`${address()} session.create`, `${address()} user.create`]);
    const accepted = await database().prisma.auditEntry.findMany({
      where: { target: address(), verb: "invite.accept" },
    });
    expect(accepted).toMatchObject([{ actor: address() }]);
  });

  test("gets one account when two browsers come at once", async () => {
    await anInvite({ email: address() });
    const landed = await Promise.all([goAround(), goAround(), goAround(), goAround()]);
    expect(landed.map(({ to }) => to)).toEqual(["/", "/", "/", "/"]);
    const { id } = await storedUser(address());
    expect(await sessionCountOf(id)).toBe(4);
    expect(await database().prisma.identity.count({ where: { userId: id } })).toBe(1);
  });

  test("is not let in by an invite that has expired", async () => {
    await allowDomains("elsewhere.com");
    await anInvite({ email: address(), expiresAt: new Date(Date.now() - 1000) });
    expect((await goAround()).to).toBe("/sign-in?error=domain");
    await allowDomains("*");
  });

  test.each(["\u202Eevil", "\u0007", "\u200B", "  "])(
    "has no name where the provider's is none (%j)",
    async (name) => {
      provider.person["name"] = name;
      await anInvite({ email: address() });
      await goAround();
      expect((await storedUser(address())).displayName).toBe("");
    },
  );

  test("has as much of a long name as fits", async () => {
    provider.person["name"] = "é".repeat(200);
    await anInvite({ email: address() });
    await goAround();
    expect((await storedUser(address())).displayName).toBe("é".repeat(128));
  });
});

describe("somebody whom nobody knows", () => {
  test("waits to be let in, and is not signed in", async () => {
    const browser = aProviderBrowser();
    expect((await browser.goAround()).to).toBe("/pending");
    expect(browser.cookies.has("muster.session-token")).toBe(false);
    const asked = { headers: new Headers(browser.caller().headers) };
    expect(readPendingCookie(asked)).toEqual({ ...own(), provider: "oidc" });
    const waiting = await database().prisma.pendingUser.findMany({ where: own() });
    expect(waiting).toMatchObject([
      { username: address(), displayName: "Ada Lovelace", provider: "oidc" },
    ]);
    expect((await callAs(browser.caller(), listSessions)).status).toBe(401);
    expect((await browser.goAround()).to).toBe("/pending");
  });

  test("is told where somebody else waits under the address", async () => {
    await goAround();
    const before = await pendingCount();
    provider.person.sub = randomUUID();
    const browser = aProviderBrowser();
    expect((await browser.goAround()).to).toBe("/pending?taken=true");
    expect(browser.cookies.has("muster.pending-user")).toBe(false);
    expect(await pendingCount()).toBe(before);
  });

  test.each([
    [["*"], "/pending"],
    [["elsewhere.com", "example.com"], "/pending"],
    [["le.com", "sub.example.com", "com"], "/sign-in?error=domain"],
    [[], "/sign-in?error=domain"],
  ])("of a domain, where %j are allowed, goes to %s", async (domains, expected) => {
    await allowDomains(...domains);
    const before = await fingerprint();
    expect((await goAround()).to).toBe(expected);
    expect((await fingerprint()) === before).toBe(expected !== "/pending");
    await allowDomains("*");
  });
});

describe("a round trip that is broken", () => {
  const soon = Math.floor(Date.now() / 1000);
  test.each<[string, Behaviour]>([
    ["an ID token of another issuer", { claims: { iss: "https://evil.example.com" } }],
    ["an ID token for somebody else", { claims: { aud: "another" } }],
    ["an ID token with another nonce", { claims: { nonce: "another" } }],
    ["an ID token without a nonce", { claims: { nonce: undefined } }],
    ["an ID token without a subject", { claims: { sub: undefined } }],
    ["a subject that cannot be stored", { claims: { sub: "a\u0000b" } }],
    ["an ID token that has expired", { claims: { exp: soon - 90, iat: soon - 150 } }],
    ["an ID token of the future", { claims: { iat: soon + 300, exp: soon + 600 } }],
    ["an ID token signed by a key that is not the provider's", { hidesKey: true }],
    ["a token endpoint that breaks down", { faults: { "/token": 500 } }],
    ["a token endpoint that refuses", { faults: { "/token": 400 } }],
    ["a token endpoint that hangs up", { faults: { "/token": "drop" } }],
    ["a token endpoint that says nothing", { faults: { "/token": "hang" } }],
    ["a profile that says nothing", { faults: { "/me": "hang" } }],
    ["a profile that breaks down", { faults: { "/me": 500 } }],
    ["keys that are not there", { faults: { "/jwks": 500 } }],
  ])("by %s ends at the sign-in page", async (_, behaviour) => {
    await aLinkedUser();
    const browser = aProviderBrowser();
    const back = await browser.visit((await browser.begin({ back: "/users" })).to);
    provider.behaviour = behaviour;
    const before = await fingerprint();
    const { status, to } = await browser.open(back);
    expect({ status, to }).toEqual({ status: 302, to: "/sign-in?error=provider&back=%2Fusers" });
    expect(browser.cookies.has("muster.session-token")).toBe(false);
    expect(await fingerprint()).toBe(before);
  });

  test.each([
    ["behind", -45],
    ["ahead", 45],
  ])("is none where the provider's clock is %s by less than a minute", async (_, seconds) => {
    await aLinkedUser();
    const iat = Math.floor(Date.now() / 1000) + seconds;
    provider.behaviour = { claims: { iat, exp: iat + 30, auth_time: iat } };
    expect((await goAround()).to).toBe("/");
  });

  test("is none where the provider has other keys meanwhile", async () => {
    await aLinkedUser();
    const browser = aProviderBrowser();
    expect((await browser.goAround()).to).toBe("/");
    await provider.rotateKeys();
    expect((await browser.goAround()).to).toBe("/");
  });

  test("by a code that was used ends at the sign-in page", async () => {
    await aLinkedUser();
    const browser = aProviderBrowser();
    const used = await browser.visit((await browser.begin()).to);
    await browser.open(used);
    const { to: begun } = await browser.begin();
    const replayed = new URL(used);
    replayed.searchParams.set("state", new URL(begun).searchParams.get("state") ?? "");
    browser.cookies.delete("muster.session-token");
    expect((await browser.open(replayed.href)).to).toBe("/sign-in?error=provider");
  });

  test("by a code that has expired ends at the sign-in page", async () => {
    await aLinkedUser();
    const browser = aProviderBrowser();
    const back = await browser.visit((await browser.begin()).to);
    await provider.expireCode(new URL(back).searchParams.get("code") ?? "");
    expect((await browser.open(back)).to).toBe("/sign-in?error=provider");
  });

  test("by a callback that is opened twice ends in the console, and once more at the sign-in page", async () => {
    const user = await aLinkedUser();
    const browser = aProviderBrowser();
    const back = await browser.visit((await browser.begin({ back: "/users" })).to);
    expect((await browser.open(back)).to).toBe("/users");
    expect((await browser.open(back)).to).toBe("/");
    browser.cookies.delete("muster.session-token");
    expect((await browser.open(back)).to).toBe("/sign-in?error=provider");
    expect(await sessionCountOf(user.id)).toBe(1);
  });

  test("by another tab that began later: the later one goes on", async () => {
    await aLinkedUser();
    const browser = aProviderBrowser();
    const first = await browser.visit((await browser.begin({ back: "/users" })).to);
    const second = await browser.visit((await browser.begin({ back: "/groups" })).to);
    expect((await browser.open(first)).to).toBe("/sign-in?error=provider&back=%2Fgroups");
    expect((await browser.open(second)).to).toBe("/groups");
    expect((await browser.open(first)).to).toBe("/");
  });

  test("by another browser's callback ends at the sign-in page", async () => {
    await aLinkedUser();
    const victim = aProviderBrowser();
    const attacker = aProviderBrowser();
    const planted = await attacker.visit((await attacker.begin()).to);
    expect((await victim.open(planted)).to).toBe("/sign-in?error=provider");
    await victim.begin();
    expect((await victim.open(planted)).to).toBe("/sign-in?error=provider");
  });

  test.each(["state", "nonce", "pkce-code-verifier", "round-trip"])(
    "by a cookie %s that is none of ours ends at the sign-in page",
    async (name) => {
      await aLinkedUser();
      const browser = aProviderBrowser();
      const back = await browser.visit((await browser.begin()).to);
      const other = aProviderBrowser();
      await other.begin();
      browser.cookies.set(`muster.${name}`, "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x.y.z");
      expect((await browser.open(back)).to).toMatch(/^\/sign-in\?error=provider/);
      browser.cookies.delete(`muster.${name}`);
      expect((await browser.open(back)).to).toMatch(/^\/sign-in\?error=provider/);
    },
  );

  test.each([
    "?error=access_denied",
    "?error=access_denied&error_description=%00%0A",
    "",
    "?code=x&state=y",
    "?code=x&code=y&state=%",
    "?callbackUrl=::::",
  ])("by a callback %j ends at the sign-in page", async (search) => {
    const browser = aProviderBrowser();
    await browser.begin();
    const { status, to } = await browser.open(`/api/auth/callback/oidc${search}`);
    expect({ status, to }).toEqual({ status: 302, to: "/sign-in?error=provider" });
  });

  test("by the person, who did not want to, ends at the sign-in page", async () => {
    const browser = aProviderBrowser();
    const { to } = await browser.begin();
    const state = new URL(to).searchParams.get("state") ?? "";
    const refused = `/api/auth/callback/oidc?error=access_denied&state=${state}`;
    expect((await browser.open(refused)).to).toBe("/sign-in?error=provider");
  });

  test.each(["/api/auth/callback/unknown?code=x", "/api/auth/callback/google"])(
    "at %s ends at the sign-in page",
    async (path) => {
      expect((await aProviderBrowser().open(path)).to).toBe("/sign-in?error=provider");
    },
  );
});
