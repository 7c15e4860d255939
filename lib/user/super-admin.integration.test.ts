// First run and handing over: every test of creating needs a world without a super admin.
import { beforeEach, describe, expect, test } from "vitest";
import { POST as create } from "@/app/api/users/adm/createsuperadmin/route";
import { GET as hasAdmin } from "@/app/api/users/adm/hasadmin/route";
import { GET as hasSuperAdmin } from "@/app/api/users/adm/hassuperadmin/route";
import { POST as transfer } from "@/app/api/users/adm/transfersuperadmin/[username]/route";
import { GET, PUT } from "@/app/api/users/[username]/route";
import type { RouteHandler } from "@/lib/api/handle";
import { setupLink, setupToken } from "@/lib/auth/setup";
import { database } from "@/lib/db/client";
import { env, settleEnv } from "@/lib/env";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import {
  anAccessToken,
  anActor,
  anonymous,
  aUser,
  masterKey,
  PASSWORD,
  uniqueName,
} from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { aPreAuthToken } from "@/lib/testing/mfa";
import { fingerprint } from "@/lib/testing/observe";
import {
  auditEntriesOf,
  groupsOf,
  sessionCountOf,
  storedUser,
  tokenCountOf,
} from "@/lib/testing/stored";

const TOKEN = "test-setup-token";
const withToken = { headers: { "X-Setup-Token": TOKEN } };

async function withoutSuperAdmin() {
  const { prisma } = database();
  await prisma.user.deleteMany({ where: { platformRoleId: "super-admin" } });
  await prisma.throttle.deleteMany();
}

function superAdmins() {
  return database().prisma.user.count({ where: { platformRoleId: "super-admin" } });
}

function setUp(body: Record<string, unknown> = {}, input: CallInput = withToken) {
  const valid = { username: uniqueName("first"), password: PASSWORD };
  return callAs(anonymous, create, { body: { ...valid, ...body }, ...input });
}

describe("POST /api/users/adm/createsuperadmin", () => {
  beforeEach(withoutSuperAdmin);

  test("makes the super admin, whatever role is asked for", async () => {
    const { payload } = await setUp({
      display_name: "The First",
      platform_role_id: "service-user",
      account_disabled: true,
    });
    expect(payload).toMatchObject({
      display_name: "The First",
      platform_role_id: "super-admin",
      issuperadmin: true,
      isadmin: true,
      account_disabled: false,
      created_by: payload.username,
    });
    expect(await groupsOf(payload.username)).toEqual([ADMIN_GROUP]);
    const [entry] = await auditEntriesOf((await storedUser(payload.username)).id);
    expect(entry).toMatchObject({ verb: "user.create", actor: "", before: null });
  });

  test("is refused once there is one, whatever the token", async () => {
    await setUp();
    const before = await fingerprint();
    for (const input of [withToken, {}, { headers: { "X-Setup-Token": "wrong" } }]) {
      expect((await setUp({}, input)).status).toBe(409);
    }
    expect(await fingerprint()).toBe(before);
  });

  test("of 50 parallel calls lets exactly one through", async () => {
    const called = await Promise.all(Array.from({ length: 50 }, () => setUp()));
    const statuses = called.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(49).fill(409)]);
    expect(await superAdmins()).toBe(1);
  });

  test("tells who comes second that there is one, not that the name is taken", async () => {
    const first = await holding(
      `INSERT INTO "User" ("id", "username", "platformRoleId", "createdBy")
       VALUES (gen_random_uuid(), 'came-first', 'super-admin', 'test')`,
    );
    const second = setUp();
    await untilBlocked();
    await first.commit();
    expect((await second).status).toBe(409);
    expect((await second).problem.Message).toBe("There is a super admin already.");
  });

  test("with a name that an ordinary user has is refused", async () => {
    const { username } = await aUser();
    const called = await setUp({ username });
    expect(called.status).toBe(409);
    expect(await superAdmins()).toBe(0);
  });

  test.each<[string, Record<string, string>]>([
    ["no token", {}],
    ["an empty token", { "X-Setup-Token": "" }],
    ["a wrong token", { "X-Setup-Token": "wrong" }],
    ["the token with something behind", { "X-Setup-Token": `${TOKEN}x` }],
  ])("with %s is refused", async (_, headers) => {
    const before = await fingerprint();
    expect((await setUp({}, { headers })).status).toBe(403);
    expect(await fingerprint()).toBe(before);
  });

  test("with a configured token asks for it on loopback too", async () => {
    const headers = { "x-muster-direct": "1", Host: "localhost:3000" };
    expect((await setUp({}, { headers })).status).toBe(403);
  });

  test.each(["", "ab", "adm", "me", "masteradministrator", "a b", undefined, null])(
    "with the name %j is refused",
    async (username) => {
      const called = await setUp({ username });
      expect(called.status).toBe(400);
      expect(called.badPaths).toEqual(["username"]);
    },
  );

  test("after ten wrong tokens makes the right one wait", async () => {
    const username = uniqueName("first");
    const wrong = { headers: { "X-Setup-Token": "wrong" } };
    for (let n = 0; n < 10; n += 1) expect((await setUp({ username }, wrong)).status).toBe(403);
    const called = await setUp({ username });
    expect(called.status).toBe(429);
    expect(called.headers.get("retry-after")).toBe("60");
  });

  test("counts no call without a token", async () => {
    const username = uniqueName("first");
    for (let n = 0; n < 12; n += 1) expect((await setUp({ username }, {})).status).toBe(403);
    expect((await setUp({ username })).status).toBe(200);
  });
});

describe("without a configured setup token", () => {
  const configured = env();
  beforeEach(async () => {
    await withoutSuperAdmin();
    settleEnv({ ...configured, MUSTER_SETUP_TOKEN: undefined });
    return () => settleEnv(configured);
  });

  test.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "127.1.2.3", "LOCALHOST"])(
    "a direct connection to %s needs none",
    async (host) => {
      const headers = { "x-muster-direct": "1", Host: host };
      expect((await setUp({}, { headers })).status).toBe(200);
    },
  );

  test.each([
    ["over a network", { Host: "localhost:3000" }],
    ["with another name for a host", { "x-muster-direct": "1", Host: "muster.example.com" }],
    [
      "with a name that begins like loopback",
      { "x-muster-direct": "1", Host: "localhost.evil.com" },
    ],
    [
      "with an address that begins like loopback",
      { "x-muster-direct": "1", Host: "127.0.0.1.evil.com" },
    ],
  ])("a connection %s needs the one that was made", async (_, headers) => {
    expect((await setUp({}, { headers })).status).toBe(403);
    const given = { ...headers, "X-Setup-Token": setupToken() };
    expect((await setUp({}, { headers: given })).status).toBe(200);
  });

  test.each([
    ["behind a proxy that is configured", { TRUST_PROXY: 1 }, 403],
    ["at a public name", { MUSTER_BASE_URL: "https://muster.example.com" }, 403],
    ["at a name that begins like loopback", { MUSTER_BASE_URL: "http://localhost.example" }, 403],
    ["at a loopback name", { MUSTER_BASE_URL: "http://localhost:3000" }, 200],
    ["at a loopback address", { MUSTER_BASE_URL: "http://127.0.0.1:3000" }, 200],
  ])(
    "of a server %s, what looks like a direct connection answers so",
    async (_, changed, status) => {
      settleEnv({ ...env(), ...changed });
      const headers = { "x-muster-direct": "1", Host: "localhost:3000" };
      expect((await setUp({}, { headers })).status).toBe(status);
    },
  );

  test("the link carries the token where browsers do not send it", () => {
    expect(setupLink()).toBe(`http://localhost:3000/setup#token=${setupToken()}`);
    expect(setupToken()).toMatch(/^[\w-]{43}$/);
  });
});

describe.each<[string, RouteHandler]>([
  ["hassuperadmin", hasSuperAdmin],
  ["hasadmin", hasAdmin],
])("GET /api/users/adm/%s", (_, route) => {
  test("tells whether there is one", async () => {
    await withoutSuperAdmin();
    await aUser({ role: "admin" });
    expect((await callAs(anonymous, route)).text).toBe("false");
    await aUser({ role: "super-admin" });
    expect((await callAs(anonymous, route)).text).toBe("true");
  });
});

describe("POST /api/users/adm/transfersuperadmin/{username}", () => {
  test("swaps the roles and answers with the new super admin", async () => {
    const [giver, receiver] = [
      await anActor("super-admin", { hasSudo: true }),
      await anActor("admin"),
    ];
    await Promise.all([anAccessToken(giver), anAccessToken(receiver)]);
    await Promise.all([aPreAuthToken(giver), aPreAuthToken(receiver)]);
    const { payload } = await callAs(giver, transfer, { params: { username: receiver.username } });
    expect(payload).toMatchObject({
      username: receiver.username,
      platform_role_id: "super-admin",
      issuperadmin: true,
      num_access_tokens: 0,
    });
    expect((await storedUser(giver.username)).platformRoleId).toBe("admin");
    expect(await groupsOf(giver.username)).toEqual([ADMIN_GROUP]);
    expect(await groupsOf(receiver.username)).toEqual([ADMIN_GROUP]);
    expect(await tokenCountOf(giver.id)).toBe(0);
    expect(await tokenCountOf(receiver.id)).toBe(0);
    const userId = { in: [giver.id, receiver.id] };
    expect(await database().prisma.preAuthToken.count({ where: { userId } })).toBe(0);
    expect(await sessionCountOf(giver.id)).toBeGreaterThan(0);
  });

  test("leaves an entry in the audit log about each of the two", async () => {
    const giver = await anActor("super-admin", { hasSudo: true });
    const receiver = await aUser({ role: "admin" });
    await callAs(giver, transfer, { params: { username: receiver.username } });
    const change = { verb: "user.transfer-super-admin", actor: giver.username };
    expect((await auditEntriesOf(giver.id)).at(-1)).toMatchObject({
      ...change,
      before: { platform_role_id: "super-admin" },
      after: { platform_role_id: "admin" },
    });
    expect((await auditEntriesOf(receiver.id)).at(-1)).toMatchObject({
      ...change,
      before: { platform_role_id: "admin" },
      after: { platform_role_id: "super-admin" },
    });
  });

  test.each([
    ["a disabled admin", { role: "admin", isDisabled: true }],
    ["an auditor", { role: "auditor" }],
    ["a platform user", { role: "platform-user" }],
    ["a service user", { role: "service-user" }],
    ["oneself", { role: "super-admin" }],
  ] as const)("to %s is refused", async (_, options) => {
    const giver = await anActor("super-admin", { hasSudo: true });
    const { username } = await aUser(options);
    const before = await fingerprint();
    expect((await callAs(giver, transfer, { params: { username } })).status).toBe(409);
    expect(await fingerprint()).toBe(before);
  });

  test("honours the version of the target", async () => {
    const giver = await anActor("super-admin", { hasSudo: true });
    const { username } = await aUser({ role: "admin" });
    const read = await callAs(giver, GET, { params: { username } });
    const ownRead = await callAs(giver, GET, { params: { username: giver.username } });
    const send = (etag: string | null) =>
      callAs(giver, transfer, { params: { username }, headers: { "If-Match": etag ?? "" } });
    const refused = await send(ownRead.headers.get("etag"));
    expect(refused.status).toBe(412);
    expect(refused.problem.Response).toEqual(read.payload);
    expect((await send(read.headers.get("etag"))).status).toBe(200);
  });

  test("to two admins at once reaches one of them", async () => {
    const giver = await anActor("super-admin", { hasSudo: true });
    const receivers = await Promise.all(Array.from({ length: 6 }, () => aUser({ role: "admin" })));
    const called = await Promise.all(
      receivers.map(({ username }) => callAs(giver, transfer, { params: { username } })),
    );
    expect(called.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403, 403, 403]);
    expect(await superAdmins()).toBe(1);
  });

  test("while the target is disabled leaves an enabled super admin", async () => {
    const giver = await anActor("super-admin", { hasSudo: true });
    const { username } = await aUser({ role: "admin" });
    const [given, disabled] = await Promise.all([
      callAs(giver, transfer, { params: { username } }),
      callAs(masterKey, PUT, { params: { username }, body: { account_disabled: true } }),
    ]);
    expect([given.status, disabled.status].filter((status) => status === 200)).toHaveLength(1);
    const holder = await database().prisma.user.findFirstOrThrow({
      where: { platformRoleId: "super-admin" },
    });
    expect(holder.isDisabled).toBe(false);
  });
});

test("the database itself holds at most one super admin", async () => {
  await aUser({ role: "super-admin" });
  const { username } = await aUser({ role: "admin" });
  const second = database().pool.query(
    `UPDATE "User" SET "platformRoleId" = 'super-admin' WHERE "username" = $1`,
    [username],
  );
  await expect(second).rejects.toThrow(/User_one_super_admin/);
});
