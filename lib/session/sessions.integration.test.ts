import { describe, expect, test } from "vitest";
import { POST as logout } from "@/app/api/v1/users/logout/route";
import { DELETE as endOne } from "@/app/api/v1/users/session/route";
import { DELETE as endAll, GET as list } from "@/app/api/v1/users/sessions/route";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  aBrowser,
  anAccessToken,
  anActor,
  aSession,
  aUser,
  masterKey,
  uniqueName,
} from "@/lib/testing/factories";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { auditEntriesOf, sessionCountOf } from "@/lib/testing/stored";

const MINUTE_MS = 60_000;

describe("GET /api/v1/users/sessions", () => {
  test("lists the caller's own, newest first, and marks the one that asks", async () => {
    const me = await anActor("service-user");
    const older = await aBrowser(me, { createdAt: new Date(Date.now() - 120 * MINUTE_MS) });
    const newer = await aSession(me, { createdAt: new Date(Date.now() - MINUTE_MS) });
    const { payload } = await callAs(me, list);
    expect(payload.map(({ id, kind, current }) => ({ id, kind, current }))).toEqual([
      { id: newer.sessionId, kind: "api", current: false },
      { id: me.sessionId, kind: "api", current: true },
      { id: older.sessionId, kind: "browser", current: false },
    ]);
    expect(payload[0]).toMatchObject({
      user_name: me.username,
      auth_method: "password",
      mfa: false,
      ip: "192.0.2.1",
      user_agent: "test",
    });
  });

  test("does not list what has expired, nor the sessions of others", async () => {
    const me = await anActor("auditor");
    await aSession(me, { expiresAt: new Date(Date.now() - 1000) });
    await anActor("auditor");
    expect((await callAs(me, list)).payload).toHaveLength(1);
  });

  test("of another user is for administrators", async () => {
    const [admin, user] = [await anActor("admin"), await anActor("auditor")];
    const { payload } = await callAs(admin, list, { query: { username: user.username } });
    expect(payload.map(({ id, current }) => ({ id, current }))).toEqual([
      { id: user.sessionId, current: false },
    ]);
  });

  test("with an empty name is the caller's own", async () => {
    const me = await anActor("auditor");
    expect((await callAs(me, list, { query: "username=" })).payload).toHaveLength(1);
  });

  test("by the master key needs a name", async () => {
    const called = await callAs(masterKey, list);
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["username"]);
  });

  test("of many takes as many statements as of one", async () => {
    const [one, many] = [await anActor("auditor"), await anActor("auditor")];
    await Promise.all(Array.from({ length: 20 }, () => aSession(many)));
    const forOne = await statementsOf(() => callAs(one, list));
    const forMany = await statementsOf(() => callAs(many, list));
    expect(forMany).toHaveLength(forOne.length);
  });
});

describe("DELETE /api/v1/users/sessions", () => {
  test("ends all of the caller's sessions, this one too, and keeps the tokens", async () => {
    const me = await anActor("auditor");
    await Promise.all([aSession(me), aBrowser(me)]);
    const token = await anAccessToken(me);
    expect((await callAs(me, endAll)).payload).toBeNull();
    expect(await sessionCountOf(me.id)).toBe(0);
    expect((await callAs(me, list)).status).toBe(401);
    expect((await callAs(token, list)).status).toBe(200);
  });

  test("leaves one entry in the audit log, and none where there was nothing to end", async () => {
    const user = await anActor("auditor");
    await aSession(user);
    const end = () => callAs(masterKey, endAll, { query: { username: user.username } });
    expect([(await end()).status, (await end()).status]).toEqual([200, 200]);
    expect(await auditEntriesOf(user.id)).toMatchObject([
      { verb: "session.end", actor: "masteradministrator", before: { sessions: 2 }, after: null },
    ]);
  });
});

describe("DELETE /api/v1/users/session", () => {
  const end = (caller: Parameters<typeof callAs>[0], id: string) =>
    callAs(caller, endOne, { query: { id } });

  test("ends the one that is named", async () => {
    const me = await anActor("auditor");
    const other = await aSession(me);
    expect((await end(me, other.sessionId)).status).toBe(200);
    expect((await callAs(other, list)).status).toBe(401);
    expect((await callAs(me, list)).status).toBe(200);
    expect(await auditEntriesOf(me.id)).toMatchObject([
      { verb: "session.end", before: { sessions: 1 } },
    ]);
  });

  test("takes the id in upper case", async () => {
    const me = await anActor("auditor");
    expect((await end(me, me.sessionId.toUpperCase())).status).toBe(200);
  });

  test.each(["", "x", "0190f5a0-0000-7000-8000-00000000000", "' OR 1=1"])(
    "does not know %j",
    async (id) => {
      expect((await end(masterKey, id)).status).toBe(404);
    },
  );

  test("without an id is refused", async () => {
    const called = await callAs(masterKey, endOne);
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["id"]);
  });

  test("does not know one that has expired", async () => {
    const expired = await aSession(await aUser(), { expiresAt: new Date(Date.now() - 1000) });
    expect((await end(masterKey, expired.sessionId)).status).toBe(404);
  });

  test("says the same about another's session as about none", async () => {
    const [me, other] = [await anActor("auditor"), await anActor("auditor")];
    const answers = [await end(me, other.sessionId), await end(me, crypto.randomUUID())];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await sessionCountOf(other.id)).toBe(1);
  });

  test("twice at once succeeds once", async () => {
    const session = await anActor("auditor");
    const called = await Promise.all(
      Array.from({ length: 4 }, () => end(masterKey, session.sessionId)),
    );
    expect(called.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
  });
});

describe("POST /api/v1/users/logout", () => {
  test("ends this session only", async () => {
    const me = await anActor("auditor");
    const other = await aSession(me);
    expect((await callAs(me, logout)).payload).toBeNull();
    expect((await callAs(me, list)).status).toBe(401);
    expect((await callAs(other, list)).status).toBe(200);
  });

  test("with one's own name ends this session only", async () => {
    const me = await anActor("auditor");
    await aSession(me);
    await callAs(me, logout, { query: { username: me.username.toUpperCase() } });
    expect(await sessionCountOf(me.id)).toBe(1);
  });

  test("with all=true ends all of them and keeps the tokens", async () => {
    const me = await anActor("auditor");
    await Promise.all([aSession(me), anAccessToken(me)]);
    await callAs(me, logout, { query: { all: true } });
    expect(await sessionCountOf(me.id)).toBe(0);
    expect(await database().prisma.accessToken.count({ where: { userId: me.id } })).toBe(1);
  });

  test("of another user ends all of theirs", async () => {
    const user = await anActor("platform-user");
    await aSession(user);
    const admin = await anActor("admin");
    await callAs(admin, logout, { query: { username: user.username } });
    expect(await sessionCountOf(user.id)).toBe(0);
    expect(await sessionCountOf(admin.id)).toBe(1);
  });

  test("with an API token is refused, and with all=true is not", async () => {
    const me = await anActor("auditor");
    const token = await anAccessToken(me);
    const before = await fingerprint();
    expect((await callAs(token, logout)).status).toBe(409);
    expect(await fingerprint()).toBe(before);
    expect((await callAs(token, logout, { query: { all: true } })).status).toBe(200);
    expect(await sessionCountOf(me.id)).toBe(0);
  });

  test("by cookie ends the browser's session", async () => {
    const user = await aUser();
    const browser = await aBrowser(user);
    expect((await callAs(browser, logout)).status).toBe(200);
    expect(await sessionCountOf(user.id)).toBe(0);
  });

  test("by the master key needs a name that somebody has", async () => {
    expect((await callAs(masterKey, logout)).status).toBe(400);
    const query = { username: uniqueName("nobody") };
    expect((await callAs(masterKey, logout, { query })).status).toBe(404);
  });
});
