import { describe, expect, test } from "vitest";
import { DELETE as DELETE_NETWORK } from "@/app/api/networks/[netid]/route";
import { GET as USER, DELETE as DELETE_USER } from "@/app/api/users/[username]/route";
import { DELETE as DELETE_GATEWAY } from "@/app/api/v1/gateways/[id]/route";
import {
  DELETE,
  POST,
} from "@/app/api/users/[username]/remote_access_gw/[remote_access_gateway_id]/route";
import { DELETE as DETACH_MANY, POST as ATTACH_MANY } from "@/app/api/v1/gateways/[id]/users/route";
import type { RouteHandler } from "@/lib/api/handle";
import { database } from "@/lib/db/client";
import { ADMIN_GROUP, networkGroup, USER_GROUP } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import {
  aClientConfig,
  aGateway,
  anActor,
  anAttachment,
  aNetwork,
  aUser,
  masterKey,
  type Caller,
  type TestUser,
} from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { auditEntriesAbout, auditEntriesOf, storedUser } from "@/lib/testing/stored";
import { ZERO_TIME } from "@/lib/wire";

const aServiceUser = (groups: string[] = []) => aUser({ role: "service-user", groups });

function attach(user: Pick<TestUser, "username">, gatewayId: string, caller: Caller = masterKey) {
  return callAs(caller, POST, byName(user, gatewayId));
}

function detach(user: Pick<TestUser, "username">, gatewayId: string, caller: Caller = masterKey) {
  return callAs(caller, DELETE, byName(user, gatewayId));
}

function byName({ username }: Pick<TestUser, "username">, gatewayId: string) {
  return { params: { username, remote_access_gateway_id: gatewayId } };
}

function anAdminOf(...netids: string[]) {
  const groups = netids.map((netid) => networkGroup(netid, "admin").id);
  return anActor("platform-user", { groups });
}

function read({ username }: TestUser) {
  return callAs(masterKey, USER, { params: { username } });
}

async function configsOf({ id }: TestUser): Promise<string[]> {
  const found = await database().prisma.clientConfig.findMany({
    where: { ownerId: id },
    orderBy: { id: "asc" },
  });
  return found.map((config) => config.id);
}

describe("an attachment", () => {
  test("stands in the user, is a new version of them, and leaves an entry", async () => {
    const gatewayId = await aGateway(await aNetwork());
    const user = await aServiceUser();
    const before = await read(user);
    const attached = await attach(user, gatewayId.toUpperCase());
    expect(attached.payload).toEqual({
      ...before.payload,
      remote_gw_ids: { [gatewayId]: {} },
      updated_at: attached.payload.updated_at,
    });
    expect(attached.headers.get("etag")).not.toBe(before.headers.get("etag"));
    const now = await read(user);
    expect(now.payload).toEqual(attached.payload);
    expect(now.headers.get("etag")).toBe(attached.headers.get("etag"));
    expect(await auditEntriesOf(user.id)).toMatchObject([
      {
        verb: "user.attach-gateway",
        target: user.username,
        before: { remote_gw_ids: [] },
        after: { remote_gw_ids: [gatewayId] },
      },
    ]);
  });

  test("made again answers the user and changes nothing", async () => {
    const gatewayId = await aGateway(await aNetwork());
    const user = await aServiceUser();
    const attached = await attach(user, gatewayId);
    const before = await fingerprint();
    const again = await attach(user, gatewayId);
    expect(again.payload).toEqual(attached.payload);
    expect(again.headers.get("etag")).toBe(attached.headers.get("etag"));
    expect(await fingerprint()).toBe(before);
  });

  test.each(["auditor", "platform-user", "service-user"] as const)(
    "is made for any %s, disabled or not",
    async (role) => {
      const gatewayId = await aGateway(await aNetwork());
      for (const isDisabled of [false, true]) {
        const { payload } = await attach(await aUser({ role, isDisabled }), gatewayId);
        expect(payload).toMatchObject({
          account_disabled: isDisabled,
          remote_gw_ids: { [gatewayId]: {} },
        });
      }
    },
  );

  test("is not made for administrators, who have every gateway; one from before can be taken away", async () => {
    const gatewayId = await aGateway(await aNetwork());
    for (const role of ["super-admin", "admin"] as const) {
      const user = await aUser({ role });
      expect((await attach(user, gatewayId)).status).toBe(409);
      await anAttachment(user, gatewayId);
      expect((await detach(user, gatewayId)).payload.remote_gw_ids).toEqual({});
    }
  });

  test("goes with the client configs that the user has on the gateway, whoever else gives it", async () => {
    const netid = await aNetwork();
    const [gatewayId, other] = [await aGateway(netid), await aGateway(netid)];
    const user = await aServiceUser([USER_GROUP]);
    const [kept, ofAnother] = [
      await aClientConfig(other, { owner: user }),
      await aClientConfig(gatewayId, { owner: await aServiceUser([USER_GROUP]) }),
    ];
    const ownerless = await aClientConfig(gatewayId);
    for (const deviceId of ["", "phone"]) await aClientConfig(gatewayId, { owner: user, deviceId });
    await anAttachment(user, gatewayId);
    await anAttachment(user, other);

    const { version } = await storedUser(user.username);
    const detached = await detach(user, gatewayId);
    expect(detached.payload.remote_gw_ids).toEqual({ [other]: {} });
    expect((await storedUser(user.username)).version).not.toBe(version);
    expect(await configsOf(user)).toEqual([kept]);
    const left = await database().prisma.clientConfig.count({
      where: { id: { in: [ofAnother, ownerless] } },
    });
    expect(left).toBe(2);
    expect(await auditEntriesOf(user.id)).toMatchObject([
      {
        verb: "user.detach-gateway",
        before: { remote_gw_ids: [gatewayId, other].sort(), client_configs: 2 },
        after: { remote_gw_ids: [other] },
      },
    ]);
  });

  test("that is none cannot be taken away: 404, also before an older version is looked at", async () => {
    const gatewayId = await aGateway(await aNetwork());
    const user = await aServiceUser([USER_GROUP]);
    const config = await aClientConfig(gatewayId, { owner: user });
    const called = await callAs(masterKey, DELETE, {
      ...byName(user, gatewayId),
      headers: { "If-Match": '"1"' },
    });
    expect(called.status).toBe(404);
    expect(await configsOf(user)).toEqual([config]);
  });

  test.each([
    ["attach", POST],
    ["detach", DELETE],
  ])("of whoever or whatever does not exist is 404 (%s)", async (_, route: RouteHandler) => {
    const gatewayId = await aGateway(await aNetwork());
    const user = await aServiceUser();
    for (const input of [
      byName({ username: "nobody-here" }, gatewayId),
      byName(user, "no-uuid"),
      byName(user, "0190f5a0-0000-7000-8000-000000000000"),
    ]) {
      expect((await callAs(masterKey, route, input)).status).toBe(404);
    }
  });

  test("goes with its user", async () => {
    const gatewayId = await aGateway(await aNetwork());
    const user = await aServiceUser();
    await anAttachment(user, gatewayId);
    const { username } = user;
    expect((await callAs(masterKey, DELETE_USER, { params: { username } })).status).toBe(200);
    expect(await database().prisma.gatewayAttachment.count({ where: { userId: user.id } })).toBe(0);
    expect((await auditEntriesOf(user.id)).at(-1)).toMatchObject({
      verb: "user.delete",
      before: { remote_gw_ids: [gatewayId] },
    });
  });
});

describe("a network admin", () => {
  test("attaches service users in their networks, of whom they see what lies there", async () => {
    const [mine, other] = [await aNetwork(), await aNetwork()];
    const [gatewayId, far] = [await aGateway(mine), await aGateway(other)];
    const admin = await anAdminOf(mine);
    const groups = [networkGroup(mine, "user").id, networkGroup(other, "user").id];
    const user = await aServiceUser(groups);
    await anAttachment(user, far);
    const attached = await attach(user, gatewayId, admin);
    expect(attached.payload).toMatchObject({
      username: user.username,
      remote_gw_ids: { [gatewayId]: {} },
      user_group_ids: { [groups[0] ?? ""]: {} },
      created_by: "",
      updated_at: ZERO_TIME,
    });
    expect((await detach(user, gatewayId, admin)).payload.remote_gw_ids).toEqual({});
    expect((await detach(user, far, admin)).status).toBe(404);
    expect((await attach(user, far, admin)).status).toBe(404);
    expect((await read(user)).payload.remote_gw_ids).toEqual({ [far]: {} });
  });

  test("is told of another version by the part of the user that they see", async () => {
    const netid = await aNetwork();
    const [gatewayId, far] = [await aGateway(netid), await aGateway(await aNetwork())];
    const user = await aServiceUser();
    await anAttachment(user, far);
    const called = await callAs(await anAdminOf(netid), POST, {
      ...byName(user, gatewayId),
      headers: { "If-Match": '"1"' },
    });
    expect(called.status).toBe(412);
    expect(called.problem.Response).toMatchObject({ remote_gw_ids: {}, updated_at: ZERO_TIME });
  });

  test.each(["super-admin", "admin", "auditor", "platform-user"] as const)(
    "may not name %ss, nor themselves",
    async (role) => {
      const netid = await aNetwork();
      const gatewayId = await aGateway(netid);
      const admin = await anAdminOf(netid);
      for (const user of [await aUser({ role }), admin]) {
        expect((await attach(user, gatewayId, admin)).status).toBe(404);
        await anAttachment(user, gatewayId);
        expect((await detach(user, gatewayId, admin)).status).toBe(404);
        await database().prisma.gatewayAttachment.deleteMany({ where: { gatewayId } });
      }
    },
  );
});

interface Many {
  ids: string[];
  caller?: Caller;
  dry_run?: boolean;
}

type ManyRoute = typeof ATTACH_MANY | typeof DETACH_MANY;

function changeMany(
  route: ManyRoute,
  id: string,
  { ids, caller = masterKey, dry_run = false }: Many,
) {
  return callAs<ManyRoute["contract"]>(caller, route, {
    params: { id },
    query: { dry_run },
    body: { ids },
  });
}

describe("many attachments", () => {
  test("are made at once; who is attached is done, and who cannot be is skipped with the reason", async () => {
    const gatewayId = await aGateway(await aNetwork());
    const [user, already] = [await aServiceUser(), await aServiceUser()];
    const admin = await aUser({ role: "admin" });
    await anAttachment(already, gatewayId);
    const { version } = await storedUser(already.username);
    const ids = [user.username.toUpperCase(), admin.username, "nobody-here", already.username];
    const before = await fingerprint();
    const dry = await changeMany(ATTACH_MANY, gatewayId, { ids, dry_run: true });
    expect(await fingerprint()).toBe(before);
    const { payload } = await changeMany(ATTACH_MANY, gatewayId, { ids });
    expect(payload).toEqual({
      done: [user.username, already.username],
      skipped: [
        { id: admin.username, reason: "Admins have every gateway already." },
        { id: "nobody-here", reason: 'There is no user "nobody-here".' },
      ],
      client_configs: 0,
    });
    expect(dry.payload).toEqual(payload);
    expect((await read(user)).payload.remote_gw_ids).toEqual({ [gatewayId]: {} });
    expect((await storedUser(already.username)).version).toBe(version);
    expect(await auditEntriesOf(already.id)).toEqual([]);
    expect(await auditEntriesOf(user.id)).toMatchObject([{ verb: "user.attach-gateway" }]);
  });

  test("go at once, each with its client configs; who has none is skipped", async () => {
    const gatewayId = await aGateway(await aNetwork());
    const [one, two, none] = [
      await aServiceUser(),
      await aServiceUser(),
      await aServiceUser([USER_GROUP]),
    ];
    for (const user of [one, two]) await anAttachment(user, gatewayId);
    for (const owner of [one, one, two, none]) await aClientConfig(gatewayId, { owner });
    const ids = [none, two, one].map(({ username }) => username);
    const before = await fingerprint();
    const dry = await changeMany(DETACH_MANY, gatewayId, { ids, dry_run: true });
    expect(await fingerprint()).toBe(before);
    const { payload } = await changeMany(DETACH_MANY, gatewayId, { ids });
    expect(payload).toEqual({
      done: [two.username, one.username],
      skipped: [
        { id: none.username, reason: `"${none.username}" is not attached to this gateway.` },
      ],
      client_configs: 3,
    });
    expect(dry.payload).toEqual(payload);
    expect(await configsOf(one)).toEqual([]);
    expect(await configsOf(none)).toHaveLength(1);
    expect((await auditEntriesOf(one.id)).at(-1)?.before).toMatchObject({ client_configs: 2 });
  });

  test("are to a network admin those of service users", async () => {
    const netid = await aNetwork();
    const gatewayId = await aGateway(netid);
    const caller = await anAdminOf(netid);
    const [user, other] = [await aServiceUser(), await aUser({ groups: [ADMIN_GROUP] })];
    for (const each of [caller, other]) await anAttachment(each, gatewayId);
    const ids = [caller.username, user.username, other.username];
    const skipped = [caller, other].map(({ username: id }) => ({
      id,
      reason: `There is no user "${id}".`,
    }));
    const attached = await changeMany(ATTACH_MANY, gatewayId, { ids, caller });
    expect(attached.payload).toEqual({ done: [user.username], skipped, client_configs: 0 });
    const detached = await changeMany(DETACH_MANY, gatewayId, { ids, caller });
    expect(detached.payload).toEqual({ done: [user.username], skipped, client_configs: 0 });
  });

  test("take no more statements than few", async () => {
    const gatewayId = await aGateway(await aNetwork());
    const statements = async (count: number, route: ManyRoute) => {
      const users = await Promise.all(Array.from({ length: count }, () => aServiceUser()));
      if (route === DETACH_MANY) {
        for (const owner of users) {
          await anAttachment(owner, gatewayId);
          await aClientConfig(gatewayId, { owner });
        }
      }
      const ids = users.map(({ username }) => username);
      const sent = await statementsOf(async () => {
        expect((await changeMany(route, gatewayId, { ids })).payload.done).toHaveLength(count);
      });
      return sent.length;
    };
    for (const route of [ATTACH_MANY, DETACH_MANY]) {
      expect(await statements(20, route)).toBe(await statements(1, route));
    }
  });
});

describe.each([
  [
    "gateway",
    (world: World) => callAs(masterKey, DELETE_GATEWAY, { params: { id: world.gateway } }),
  ],
  [
    "network",
    (world: World) => callAs(masterKey, DELETE_NETWORK, { params: { netid: world.netid } }),
  ],
] as const)("a %s that is deleted", (kind, remove) => {
  const entryOf = async ({ gateway, netid }: World) =>
    (await auditEntriesAbout(kind === "gateway" ? gateway : netid)).at(-1);

  test("takes attachments and client configs along, and is a new version of whoever was attached", async () => {
    const world = await aWorld();
    const { gateway, users } = world;
    const before = await Promise.all(users.map(({ username }) => storedUser(username)));
    await aClientConfig(gateway);
    expect((await remove(world)).status).toBe(200);
    for (const { username, version } of before) {
      expect((await storedUser(username)).version).not.toBe(version);
      expect((await read({ id: "", username })).payload.remote_gw_ids).toEqual({});
    }
    expect(await database().prisma.clientConfig.count({ where: { gatewayId: gateway } })).toBe(0);
    expect(await entryOf(world)).toMatchObject({
      before: { attachments: 2, client_configs: 3 },
      after: null,
    });
    for (const user of users) expect(await auditEntriesOf(user.id)).toEqual([]);
  });

  test("is a new version of whoever was attached at the last moment", async () => {
    const world = await aWorld();
    const { gateway, netid } = world;
    const user = await aServiceUser();
    const { version } = await storedUser(user.username);
    const attaching = await holding(
      `INSERT INTO "GatewayAttachment" ("gatewayId", "networkId", "userId") VALUES ($1, $2, $3)`,
      [gateway, netid, user.id],
    );
    const called = remove(world);
    await untilBlocked();
    await attaching.commit();
    expect((await called).status).toBe(200);
    expect((await storedUser(user.username)).version).not.toBe(version);
    expect(await entryOf(world)).toMatchObject({ before: { attachments: 3 } });
  });

  test.each([0, 1, 2])("while people come and go leaves nobody attached (%i)", async () => {
    const world = await aWorld();
    const { gateway, users } = world;
    const user = await aServiceUser();
    const [attached, detached, removed] = await Promise.all([
      attach(user, gateway),
      detach({ username: users[0]?.username ?? "" }, gateway),
      remove(world),
    ]);
    for (const { status } of [attached, detached]) expect([200, 404]).toContain(status);
    expect(removed.status).toBe(200);
    expect((await read(user)).payload.remote_gw_ids).toEqual({});
  });

  test("takes no more statements with many attached than with few", async () => {
    const statements = async (count: number) => {
      const world = await aWorld(count);
      const sent = await statementsOf(async () => {
        expect((await remove(world)).status).toBe(200);
      });
      return sent.length;
    };
    expect(await statements(20)).toBe(await statements(1));
  });
});

type World = Awaited<ReturnType<typeof aWorld>>;

/** A gateway with users who are attached to it, each with a client config there. */
async function aWorld(count = 2) {
  const netid = await aNetwork();
  const gateway = await aGateway(netid);
  const users = await Promise.all(Array.from({ length: count }, () => aServiceUser()));
  for (const owner of users) {
    await anAttachment(owner, gateway);
    await aClientConfig(gateway, { owner });
  }
  return { netid, gateway, users };
}
