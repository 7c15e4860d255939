import { encode } from "next-auth/jwt";
import { describe, expect, test } from "vitest";
import { GET } from "@/app/api/users/[username]/route";
import { GET as sessions } from "@/app/api/v1/users/sessions/route";
import { GET as page } from "@/app/api/v2/users/route";
import { createToken, hashToken } from "@/lib/crypto/tokens";
import { database } from "@/lib/db/client";
import { env, settleEnv } from "@/lib/env";
import { PAGE_USER_HEADER } from "@/lib/page-user";
import type { PlatformRole } from "@/lib/permissions";
import { callAs } from "@/lib/testing/call-as";
import {
  aBrowser,
  aGroup,
  anAccessToken,
  anActor,
  aNetwork,
  aRole,
  aSession,
  aUser,
  bearer,
  type Caller,
  masterKey,
  sessionCookie,
  type TestUser,
} from "@/lib/testing/factories";
import { statementsOf } from "@/lib/testing/observe";
import { testMasterKey } from "@/lib/testing/worker-database";
import { actorOf } from "./actor";
import { authOptions } from "./next-auth";
import { claimSession } from "./repository";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ago = (ms: number) => new Date(Date.now() - ms);

async function statusOf(caller: Caller, { username }: TestUser): Promise<number> {
  return (await callAs(caller, GET, { params: { username } })).status;
}

function withCookie(cookie: string): Caller {
  return { headers: { Cookie: cookie } };
}

describe("a bearer", () => {
  test.each([
    ["Bearer", 200],
    ["bearer", 200],
    ["BEARER", 200],
    ["Basic", 401],
    ["", 401],
    ["Token", 401],
    ["Bearer Bearer", 401],
  ])("with the scheme %j answers %i", async (scheme, status) => {
    const me = await anActor("auditor");
    const caller = { headers: { Authorization: `${scheme} ${me.token}` } };
    expect(await statusOf(caller, me)).toBe(status);
  });

  test.each(["", "Bearer", "Bearer ", "Bearer a b"])("%j is refused", async (Authorization) => {
    const me = await aUser();
    expect(await statusOf({ headers: { Authorization } }, me)).toBe(401);
  });

  test.each(["Basic YWRhOnNlY3JldA==", "Digest username=ada", "Bearers x", ""])(
    "is not what %j is, beside which a cookie still counts",
    async (Authorization) => {
      const me = await aUser();
      const { headers } = await aBrowser(me);
      expect(await statusOf({ headers: { ...headers, Authorization } }, me)).toBe(200);
    },
  );

  test("tells in a refusal how to send one", async () => {
    const called = await callAs(bearer("nonsense"), page);
    expect(called.headers.get("www-authenticate")).toBe("Bearer");
  });

  test("cut short, or with something behind it, is refused", async () => {
    const me = await anActor("auditor");
    expect(await statusOf(bearer(me.token.slice(0, -1)), me)).toBe(401);
    expect(await statusOf(bearer(`${me.token}x`), me)).toBe(401);
  });

  test("beats a cookie that comes along", async () => {
    const [me, other] = [await anActor("auditor"), await aUser()];
    const browser = await aBrowser(other);
    const both = { headers: { ...browser.headers, ...me.headers } };
    expect((await callAs(both, sessions)).payload[0]?.user_name).toBe(me.username);
  });

  test("that is bad is refused, whatever cookie comes along", async () => {
    const me = await aUser();
    const browser = await aBrowser(me);
    const both = { headers: { ...browser.headers, ...bearer("nonsense").headers } };
    expect(await statusOf(both, me)).toBe(401);
  });
});

describe("an API token", () => {
  test("is good until it expires", async () => {
    const me = await aUser();
    expect(await statusOf(await anAccessToken(me), me)).toBe(200);
    expect(await statusOf(await anAccessToken(me, { expiresAt: ago(1) }), me)).toBe(401);
  });

  test.each([
    [
      "a wrong checksum",
      (token: string) => `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
    ],
    ["a character changed", (token: string) => token.replace(/^mat_./, "mat_!")],
    ["its end cut off", (token: string) => token.slice(0, -6)],
    ["nothing behind the prefix", () => "mat_"],
    ["the prefix of a pre-auth token", (token: string) => token.replace("mat_", "mpt_")],
  ])("with %s is refused without a query", async (_, change) => {
    const me = await aUser();
    const { token } = await anAccessToken(me);
    const caller = bearer(change(token));
    const statements = await statementsOf(async () => {
      expect(await statusOf(caller, me)).toBe(401);
    });
    expect(statements).toEqual([]);
  });

  test("that nobody was given is refused", async () => {
    expect(await statusOf(bearer(createToken("mat_")), await aUser())).toBe(401);
  });

  test("is stored as a hash of the whole", async () => {
    const { tokenId, token } = await anAccessToken(await aUser());
    const row = await database().prisma.accessToken.findUniqueOrThrow({ where: { id: tokenId } });
    expect(Buffer.from(row.tokenHash)).toEqual(Buffer.from(hashToken(token)));
  });
});

describe("the master key", () => {
  test("acts without a user", async () => {
    expect((await callAs(masterKey, page)).status).toBe(200);
  });

  test("is refused when it is almost right", async () => {
    expect((await callAs(bearer(`${testMasterKey}x`), page)).status).toBe(401);
    expect((await callAs(bearer(testMasterKey.toUpperCase()), page)).status).toBe(401);
  });

  test("is off where none is configured", async () => {
    const configured = env();
    settleEnv({ ...configured, MUSTER_MASTER_KEY: undefined });
    try {
      expect((await callAs(masterKey, page)).status).toBe(401);
      expect((await callAs(bearer("undefined"), page)).status).toBe(401);
    } finally {
      settleEnv(configured);
    }
  });
});

describe("a browser's cookie", () => {
  test("leads to the session's row", async () => {
    const me = await aUser({ role: "auditor" });
    const browser = await aBrowser(me);
    const { payload } = await callAs(browser, sessions);
    expect(payload).toMatchObject([{ kind: "browser", current: true, user_name: me.username }]);
  });

  test("is taken under the name that https gives it, and over https under no other", async () => {
    const me = await aUser();
    const { sessionId } = await aBrowser(me);
    const value = await sessionCookie(sessionId);
    const statusesOf = async (headers: Record<string, string>) => [
      await statusOf(
        { headers: { Cookie: `__Host-muster.session-token=${value}`, ...headers } },
        me,
      ),
      await statusOf({ headers: { Cookie: `muster.session-token=${value}`, ...headers } }, me),
    ];
    expect(await statusesOf({ "x-muster-protocol": "https" })).toEqual([200, 401]);
    expect(await statusesOf({ "x-muster-protocol": "http" })).toEqual([401, 200]);
  });

  test.each<[string, (own: string, foreign: string) => string]>([
    [
      "another application's that uses next-auth",
      (own, foreign) =>
        `__Secure-next-auth.session-token=${foreign}; next-auth.session-token=${foreign}; ${own}`,
    ],
    ["parts of a larger one", (own, foreign) => `muster.session-token.0=${foreign}; ${own}`],
    [
      "one of its own name that is not ours",
      (own, foreign) => `muster.session-token=${foreign}; ${own}`,
    ],
    ["an empty one of its own name", (own) => `muster.session-token=; ${own}`],
  ])("is found beside %s", async (_, beside) => {
    const me = await aUser();
    const { headers, sessionId } = await aBrowser(me);
    const foreign = await encode({ token: { sessionId }, secret: "another application's" });
    expect(await statusOf(withCookie(beside(headers["Cookie"] ?? "", foreign)), me)).toBe(200);
  });

  test("is good for nothing once the row is gone, has expired or its user is disabled", async () => {
    const [gone, disabled, late] = [
      await aUser(),
      await aUser({ isDisabled: true }),
      await aUser(),
    ];
    const browser = await aBrowser(gone);
    await database().prisma.session.delete({ where: { id: browser.sessionId } });
    expect(await statusOf(browser, gone)).toBe(401);
    expect(await statusOf(await aBrowser(disabled), disabled)).toBe(401);
    expect(await statusOf(await aBrowser(late, { expiresAt: ago(1) }), late)).toBe(401);
  });

  test.each<[string, (id: string) => Promise<string>]>([
    ["made with another secret", (sessionId) => encode({ token: { sessionId }, secret: "other" })],
    ["with the id in plain", (sessionId) => Promise.resolve(sessionId)],
    ["with no id", () => encode({ token: {}, secret: env().MUSTER_SECRET })],
    [
      "with an id that is no id",
      () => encode({ token: { sessionId: "' OR 1=1" }, secret: env().MUSTER_SECRET }),
    ],
    [
      "that next-auth takes for expired",
      (sessionId) => encode({ token: { sessionId }, secret: env().MUSTER_SECRET, maxAge: -100 }),
    ],
    ["that is empty", () => Promise.resolve("")],
  ])("%s is refused", async (_, make) => {
    const me = await aUser();
    const { sessionId } = await aBrowser(me);
    const cookie = `muster.session-token=${await make(sessionId)}`;
    expect(await statusOf(withCookie(cookie), me)).toBe(401);
  });

  test("with the id of a bearer's session is refused", async () => {
    const me = await anActor("auditor");
    const cookie = `muster.session-token=${await sessionCookie(me.sessionId)}`;
    expect(await statusOf(withCookie(cookie), me)).toBe(401);
  });

  test("does not act for a page that shows somebody else", async () => {
    const [me, other] = [await aUser(), await aUser()];
    const { headers } = await aBrowser(me);
    const own = { headers: { ...headers, [PAGE_USER_HEADER]: me.id } };
    expect(await statusOf(own, me)).toBe(200);

    const foreign = { headers: { ...headers, [PAGE_USER_HEADER]: other.id } };
    const refused = await callAs(foreign, GET, { params: { username: me.username } });
    expect(refused.status).toBe(403);
    expect(refused.headers.get("x-error-code")).toBe("forbidden");
    expect(refused.headers.get("x-signed-in-as")).toBe(me.username);
  });

  test("among others is found, and others alone are nobody", async () => {
    const me = await aUser();
    const { headers } = await aBrowser(me);
    expect(await statusOf(withCookie(`a=b; ${headers["Cookie"] ?? ""}; c=%zz`), me)).toBe(200);
    expect(await statusOf(withCookie("a=b"), me)).toBe(401);
  });
});

describe("a browser that claims a session", () => {
  test("spends its bearer", async () => {
    const me = await anActor("auditor");
    expect(await claimSession(database().prisma, hashToken(me.token), new Date())).toBe(
      me.sessionId,
    );
    expect(await statusOf(me, me)).toBe(401);
    const cookie = `muster.session-token=${await sessionCookie(me.sessionId)}`;
    expect(await statusOf(withCookie(cookie), me)).toBe(200);
    expect(await claimSession(database().prisma, hashToken(me.token), new Date())).toBeNull();
  });

  test("at once with others is one", async () => {
    const { token } = await anActor("auditor");
    const claims = await Promise.all(
      Array.from({ length: 6 }, () =>
        claimSession(database().prisma, hashToken(token), new Date()),
      ),
    );
    expect(claims.filter((id) => id !== null)).toHaveLength(1);
  });

  test("gets nothing that has expired or belongs to a disabled user", async () => {
    const late = await aSession(await aUser(), { expiresAt: ago(1) });
    const disabled = await aSession(await aUser({ isDisabled: true }));
    expect(await claimSession(database().prisma, hashToken(late.token), new Date())).toBeNull();
    expect(await claimSession(database().prisma, hashToken(disabled.token), new Date())).toBeNull();
  });

  test.each([
    ["https", /^__Host-muster\./, true],
    ["http", /^muster\./, false],
  ])("gets cookies under names of our own over %s", (protocol, pattern, secure) => {
    const { cookies = {} } = authOptions(new Headers({ "x-muster-protocol": protocol }));
    expect(Object.keys(cookies).sort()).toEqual(
      ["callbackUrl", "csrfToken", "nonce", "pkceCodeVerifier", "sessionToken", "state"].sort(),
    );
    for (const { name, options } of Object.values(cookies)) {
      expect(name).toMatch(pattern);
      expect(options).toMatchObject({ path: "/", secure, httpOnly: true });
    }
  });

  test("gets a cookie that holds the session's id and nothing else", async () => {
    const { jwt } = authOptions(new Headers()).callbacks ?? {};
    const claims: unknown = await jwt?.({
      token: { name: "x", email: "y" },
      user: { id: "the-session" },
      account: null,
    });
    expect(claims).toEqual({ sessionId: "the-session" });
  });
});

describe("the time a session was last seen", () => {
  const rowOf = (id: string) => database().prisma.session.findUniqueOrThrow({ where: { id } });
  const updates = (statements: string[]) => statements.filter((text) => text.includes("UPDATE"));

  test("is not written within a minute", async () => {
    const me = await aUser();
    const session = await aSession(me, { lastSeenAt: ago(59_000) });
    expect(updates(await statementsOf(() => statusOf(session, me)))).toEqual([]);
  });

  test("is written after a minute", async () => {
    const me = await aUser();
    const session = await aSession(me, { lastSeenAt: ago(61_000) });
    await statusOf(session, me);
    expect((await rowOf(session.sessionId)).lastSeenAt.getTime()).toBeGreaterThan(
      Date.now() - 10_000,
    );
  });

  test("is written once when sixteen requests come at a time", async () => {
    const me = await aUser();
    const session = await aSession(me, { lastSeenAt: ago(5 * MINUTE_MS) });
    await database().pool.query(
      `CREATE TABLE IF NOT EXISTS seen (id uuid);
       CREATE OR REPLACE FUNCTION note_seen() RETURNS trigger AS $$
         BEGIN INSERT INTO seen VALUES (NEW."id"); RETURN NEW; END $$ LANGUAGE plpgsql;
       CREATE OR REPLACE TRIGGER note_seen AFTER UPDATE ON "Session"
         FOR EACH ROW EXECUTE FUNCTION note_seen();`,
    );
    await Promise.all(Array.from({ length: 16 }, () => statusOf(session, me)));
    const { rows } = await database().pool.query("SELECT 1 FROM seen WHERE id = $1", [
      session.sessionId,
    ]);
    await database().pool.query("DROP TABLE seen; DROP FUNCTION note_seen CASCADE");
    expect(rows).toHaveLength(1);
  });

  test("does not move the end of a bearer's session", async () => {
    const me = await aUser();
    const session = await aSession(me, { lastSeenAt: ago(5 * MINUTE_MS) });
    const before = await rowOf(session.sessionId);
    await statusOf(session, me);
    expect((await rowOf(session.sessionId)).expiresAt).toEqual(before.expiresAt);
  });

  test("moves the end of a browser's session by the server's setting", async () => {
    const me = await aUser();
    const browser = await aBrowser(me, { lastSeenAt: ago(5 * MINUTE_MS), createdAt: ago(DAY_MS) });
    await statusOf(browser, me);
    const { expiresAt, lastSeenAt } = await rowOf(browser.sessionId);
    expect(expiresAt.getTime() - lastSeenAt.getTime()).toBe(720 * MINUTE_MS);
  });

  test("keeps a browser no longer than 30 days after signing in", async () => {
    const me = await aUser();
    const createdAt = ago(30 * DAY_MS - 10 * MINUTE_MS);
    const browser = await aBrowser(me, {
      createdAt,
      lastSeenAt: ago(5 * MINUTE_MS),
      expiresAt: new Date(Date.now() + 5 * MINUTE_MS),
    });
    await statusOf(browser, me);
    const { expiresAt } = await rowOf(browser.sessionId);
    expect(expiresAt.getTime()).toBe(createdAt.getTime() + 30 * DAY_MS);
  });

  test("never moves an end closer", async () => {
    const me = await aUser();
    const expiresAt = new Date(Date.now() + 20 * DAY_MS);
    const browser = await aBrowser(me, { lastSeenAt: ago(5 * MINUTE_MS), expiresAt });
    await statusOf(browser, me);
    expect((await rowOf(browser.sessionId)).expiresAt).toEqual(expiresAt);
  });

  test("of an API token is written at most once a minute too", async () => {
    const me = await aUser();
    const [fresh, old] = [
      await anAccessToken(me, { lastUsedAt: ago(59_000) }),
      await anAccessToken(me, { lastUsedAt: ago(61_000) }),
    ];
    expect(updates(await statementsOf(() => statusOf(fresh, me)))).toEqual([]);
    expect(updates(await statementsOf(() => statusOf(old, me)))).toHaveLength(1);
    expect(updates(await statementsOf(() => statusOf(old, me)))).toEqual([]);
  });
});

describe("the session", () => {
  test("of a user is refused from the moment on which its row is gone", async () => {
    const me = await anActor("auditor");
    expect(await statusOf(me, me)).toBe(200);
    await database().prisma.session.delete({ where: { id: me.sessionId } });
    expect(await statusOf(me, me)).toBe(401);
  });

  test("carries the role that the user has at this moment", async () => {
    const me = await aUser({ role: "service-user" });
    const session = await aSession(me);
    expect((await callAs(session, page)).status).toBe(403);
    await database().prisma.user.update({
      where: { id: me.id },
      data: { platformRoleId: "auditor" },
    });
    expect((await callAs(session, page)).status).toBe(200);
  });
});

describe("what an actor administers", () => {
  /** A group that grants a role on a network, or on all. @returns the group's id */
  async function aGrant({ network, fullAccess }: { network: string | null; fullAccess: boolean }) {
    return aGroup({ grants: [{ networkId: network, roleId: await aRole({ fullAccess }) }] });
  }

  async function administeredBy(role: PlatformRole, groups: string[]) {
    const user = await aUser({ role, groups });
    const callers = [await aSession(user), await aBrowser(user), await anAccessToken(user)];
    const actors = await Promise.all(
      callers.map(({ headers }) =>
        actorOf(database().prisma, new Request("http://localhost:3000", { headers }), new Date()),
      ),
    );
    const found = actors.map((actor) => (actor.kind === "user" ? actor.administers : null));
    expect(found).toEqual(found.map(() => found[0]));
    return found[0];
  }

  test("is each network on which a group grants a platform user full access, once", async () => {
    const [lab, office, warehouse] = [await aNetwork(), await aNetwork(), await aNetwork()];
    const groups = [
      await aGrant({ network: lab, fullAccess: true }),
      await aGrant({ network: lab, fullAccess: true }),
      await aGrant({ network: office, fullAccess: true }),
      await aGrant({ network: warehouse, fullAccess: false }),
    ];
    const found = await administeredBy("platform-user", groups);
    expect(new Set(found)).toEqual(new Set([lab, office]));
    expect(found).toHaveLength(2);
  });

  test("is all of them where a group grants it on all", async () => {
    const groups = [await aGrant({ network: null, fullAccess: true })];
    expect(await administeredBy("platform-user", groups)).toBe("all");
  });

  test.each(["auditor", "service-user", "admin"] as const)("is none for %ss", async (role) => {
    const groups = [await aGrant({ network: await aNetwork(), fullAccess: true })];
    expect(await administeredBy(role, groups)).toEqual([]);
  });
});
