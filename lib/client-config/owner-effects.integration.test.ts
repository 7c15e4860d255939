// What becomes of client configs when their owners are deleted, disabled or enabled.
import { describe, expect, test } from "vitest";
import { POST as disable } from "@/app/api/users/[username]/disable/route";
import { POST as enable } from "@/app/api/users/[username]/enable/route";
import { DELETE, GET, PUT } from "@/app/api/users/[username]/route";
import { DELETE as bulkDelete } from "@/app/api/v1/users/bulk/route";
import { POST as bulkStatus } from "@/app/api/v1/users/bulk/status/route";
import type { RouteHandler } from "@/lib/api/handle";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  aClientConfig,
  aGateway,
  anActor,
  anAttachment,
  aNetwork,
  aUser,
  masterKey,
  type TestUser,
} from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { auditEntriesOf } from "@/lib/testing/stored";

async function findConfigs(ids: string[]) {
  return database().prisma.clientConfig.findMany({
    where: { id: { in: ids } },
    orderBy: { createdAt: "asc" },
  });
}

/** A user with a plain config and two of devices, one of which is off, and somebody else with two. */
async function cast(options: { isDisabled?: boolean } = {}) {
  const gatewayId = await aGateway(await aNetwork());
  const [owner, other] = [await aUser(options), await aUser()];
  await anAttachment(owner, gatewayId);
  const plain = await aClientConfig(gatewayId, { owner });
  const device = await aClientConfig(gatewayId, { owner, deviceId: "phone" });
  const off = await aClientConfig(gatewayId, { owner, deviceId: "laptop", isEnabled: false });
  const others = [
    await aClientConfig(gatewayId, { owner: other, deviceId: "phone" }),
    await aClientConfig(gatewayId, { owner: other, isEnabled: false }),
  ];
  return { gatewayId, owner, other, plain, device, off, own: [plain, device, off], others };
}

function remove({ username }: TestUser, query = {}) {
  return callAs(masterKey, DELETE, { params: { username }, query });
}

describe("deleting a user", () => {
  test("takes the device configs along, and leaves the plain ones to nobody", async () => {
    const { owner, own, plain, others } = await cast();
    const before = await findConfigs([plain, ...others]);
    expect((await remove(owner)).payload).toBe(`${owner.username} deleted.`);
    const [left, ...rest] = await findConfigs([...own, ...others]);
    expect(left).toMatchObject({ id: plain, ownerId: null, ownerName: "", isEnabled: true });
    expect(left?.version).toBe((before[0]?.version ?? 0n) + 1n);
    expect(rest).toEqual(before.slice(1));
  });

  test("takes the plain ones too where that is asked for", async () => {
    const { owner, own, others } = await cast();
    await remove(owner, { force_delete_configs: true });
    expect((await findConfigs([...own, ...others])).map(({ id }) => id)).toEqual(others);
  });

  test.each([
    [(id: string, name: string) => `${id}\n${name}\nmy phone\n10.0.0.9`, "\n\nmy phone\n10.0.0.9"],
    [(id: string, name: string) => `${id}\n${name}\n${name}\n10.0.0.9`, "\n\nNAME\n10.0.0.9"],
    [(id: string, name: string) => `${id}\n${name}\n`, "\n\n"],
    [(id: string, name: string) => `${id}\n${name}x\n`, "\nNAMEx\n"],
    [() => "", null],
  ])("leaves what is searched without the owner: %s", async (searched, rest) => {
    const { owner, plain } = await cast();
    await database().prisma.clientConfig.update({
      where: { id: plain },
      data: { searchText: searched(plain, owner.username) },
    });
    await remove(owner);
    const [left] = await findConfigs([plain]);
    const expected = rest === null ? "" : plain + rest.replace("NAME", owner.username);
    expect(left?.searchText).toBe(expected);
  });

  test.each([
    [{}, 2],
    [{ force_delete_configs: true }, 3],
  ])("counts in its entry what goes along (%j)", async (query, count) => {
    const { owner } = await cast();
    const { payload } = await callAs(masterKey, GET, { params: { username: owner.username } });
    await remove(owner, query);
    const entries = await auditEntriesOf(owner.id);
    expect(entries).toMatchObject([
      { verb: "user.delete", before: { client_configs: count }, after: null },
    ]);
    const attachments = Object.keys(payload.remote_gw_ids).length;
    expect(entries[0]?.before).toEqual(
      attachments === 0
        ? expect.not.objectContaining({ attachments: 0 })
        : expect.objectContaining({ attachments }),
    );
  });

  test("who has none counts nothing", async () => {
    const user = await aUser();
    await remove(user);
    const [entry] = await auditEntriesOf(user.id);
    expect(entry?.before).not.toHaveProperty("client_configs");
  });

  test("waits for whoever is making a config for them, which goes too", async () => {
    const { gatewayId, owner } = await cast();
    const made = await holding(
      `INSERT INTO "ClientConfig" ("id", "networkId", "gatewayId", "ownerId", "ownerName", "deviceId", "isDevice")
       SELECT $1, "networkId", "id", $2, $3, 'new', true FROM "Gateway" WHERE "id" = $4`,
      [`new-${owner.id}`, owner.id, owner.username, gatewayId],
    );
    const removed = remove(owner);
    await untilBlocked();
    await made.commit();
    expect((await removed).status).toBe(200);
    expect(await findConfigs([`new-${owner.id}`])).toEqual([]);
  });
});

const [disables, enables] = [true, false];

describe.each<[string, RouteHandler, boolean, string]>([
  ["disabling", disable, disables, "force_disable_configs"],
  ["enabling", enable, enables, "force_enable_configs"],
])("%s a user", (_, route, isDisabled, flag) => {
  function call({ username }: TestUser, query = {}) {
    return callAs(masterKey, route, { params: { username }, query });
  }

  test.each([{}, { [flag]: false }, { force_toggle_configs: false }])(
    "with %j leaves their client configs as they are",
    async (query) => {
      const { owner, own } = await cast({ isDisabled: !isDisabled });
      const before = await findConfigs(own);
      await call(owner, query);
      expect(await findConfigs(own)).toEqual(before);
      const [entry] = await auditEntriesOf(owner.id);
      expect(entry?.before).toEqual({ account_disabled: !isDisabled });
    },
  );

  test.each([{ [flag]: true }, { force_toggle_configs: true }])(
    "with %j switches all their client configs too",
    async (query) => {
      const { owner, own, others } = await cast({ isDisabled: !isDisabled });
      const before = await findConfigs([...own, ...others]);
      await call(owner, query);
      const after = await findConfigs([...own, ...others]);
      const switched = before.filter(({ ownerId }) => ownerId === owner.id);
      expect(after.slice(0, 3).map(({ isEnabled }) => isEnabled)).toEqual(
        Array(3).fill(!isDisabled),
      );
      expect(after.map(({ version }, at) => version - (before[at]?.version ?? 0n))).toEqual([
        ...switched.map(({ isEnabled }) => (isEnabled === isDisabled ? 1n : 0n)),
        0n,
        0n,
      ]);
      expect(await auditEntriesOf(owner.id)).toMatchObject([
        {
          verb: isDisabled ? "user.disable" : "user.enable",
          before: { account_disabled: !isDisabled, client_configs: isDisabled ? 2 : 1 },
          after: { account_disabled: isDisabled },
        },
      ]);
    },
  );

  test.each([{ [flag]: true }, { force_toggle_configs: true }])(
    "who is so already switches them with %j, and says so once",
    async (query) => {
      const { owner, own } = await cast({ isDisabled });
      await call(owner, query);
      const after = await findConfigs(own);
      expect(after.map(({ isEnabled }) => isEnabled)).toEqual(Array(3).fill(!isDisabled));
      const before = await fingerprint();
      await call(owner, query);
      expect(await fingerprint()).toBe(before);
      const entries = await auditEntriesOf(owner.id);
      expect(entries).toHaveLength(1);
      expect(entries[0]).toMatchObject({ verb: isDisabled ? "user.disable" : "user.enable" });
      expect(entries[0]?.before).toEqual({ client_configs: isDisabled ? 2 : 1 });
      expect(entries[0]?.after).toEqual({});
    },
  );

  test("by a change of the user leaves their client configs as they are", async () => {
    const { owner, own } = await cast({ isDisabled: !isDisabled });
    const before = await findConfigs(own);
    const params = { username: owner.username };
    await callAs(masterKey, PUT, { params, body: { account_disabled: isDisabled } });
    expect(await findConfigs(own)).toEqual(before);
  });
});

describe("deleting many users", () => {
  test.each([
    [{}, 4],
    [{ force_delete_configs: true }, 6],
  ])("with %j counts what goes, in a dry run too, which does nothing", async (query, count) => {
    const [one, two] = [await cast(), await cast()];
    const spared = await cast();
    const admin = await anActor("admin");
    await database().prisma.user.update({
      where: { id: spared.owner.id },
      data: { platformRoleId: "admin" },
    });
    const body = { ids: [one, two, spared].map(({ owner }) => owner.username) };
    const before = await fingerprint();
    const dry = await callAs(admin, bulkDelete, { body, query: { ...query, dry_run: true } });
    expect(await fingerprint()).toBe(before);
    const { payload } = await callAs(admin, bulkDelete, { body, query });
    expect(payload).toMatchObject({ client_configs: count, skipped: [{ id: body.ids[2] }] });
    expect(dry.payload).toEqual(payload);
    const left = await findConfigs([...one.own, ...two.own]);
    expect(left.map(({ id, ownerId }) => ({ id, ownerId }))).toEqual(
      count === 6 ? [] : [one.plain, two.plain].map((id) => ({ id, ownerId: null })),
    );
    expect((await findConfigs(spared.own)).map(({ ownerId }) => ownerId)).toEqual(
      Array(3).fill(spared.owner.id),
    );
    for (const { owner } of [one, two]) {
      expect(await auditEntriesOf(owner.id)).toMatchObject([
        { before: { client_configs: count / 2 } },
      ]);
    }
  });
});

describe("enabling and disabling many users", () => {
  test.each<[boolean, Record<string, boolean>, number]>([
    [disables, {}, 0],
    [disables, { force_enable_configs: true }, 0],
    [disables, { force_disable_configs: true }, 4],
    [disables, { force_toggle_configs: true }, 4],
    [enables, {}, 0],
    [enables, { force_disable_configs: true }, 0],
    [enables, { force_enable_configs: true }, 2],
    [enables, { force_toggle_configs: true }, 2],
  ])("with disable: %s and %j", async (isDisabled, query, count) => {
    const [changing, already] = [
      await cast({ isDisabled: !isDisabled }),
      await cast({ isDisabled }),
    ];
    const body = {
      ids: [changing.owner.username, already.owner.username],
      disable: isDisabled,
    };
    const before = await fingerprint();
    const dry = await callAs(masterKey, bulkStatus, { body, query: { ...query, dry_run: true } });
    expect(await fingerprint()).toBe(before);
    const { payload } = await callAs(masterKey, bulkStatus, { body, query });
    expect(payload).toEqual({ done: body.ids, skipped: [], client_configs: count });
    expect(dry.payload).toEqual(payload);

    const enabled = [...(await findConfigs(changing.own)), ...(await findConfigs(already.own))];
    const asBefore = [true, true, false, true, true, false];
    expect(enabled.map(({ isEnabled }) => isEnabled)).toEqual(
      count === 0 ? asBefore : Array(6).fill(!isDisabled),
    );
    const noted = count === 0 ? {} : { client_configs: count / 2 };
    expect((await auditEntriesOf(changing.owner.id)).map((entry) => entry.before)).toEqual([
      { account_disabled: !isDisabled, ...noted },
    ]);
    expect((await auditEntriesOf(already.owner.id)).map((entry) => entry.before)).toEqual(
      count === 0 ? [] : [noted],
    );
  });
});

test("the configs of many users take as many statements as those of few", async () => {
  const gatewayId = await aGateway(await aNetwork());
  async function owners(count: number): Promise<string[]> {
    const users = await Promise.all(Array.from({ length: count }, () => aUser()));
    for (const owner of users) {
      await aClientConfig(gatewayId, { owner });
      await aClientConfig(gatewayId, { owner, deviceId: "phone" });
    }
    return users.map(({ username }) => username);
  }
  async function statements(count: number): Promise<number[]> {
    const ids = await owners(count);
    const query = { force_toggle_configs: true };
    const switching = await statementsOf(() =>
      callAs(masterKey, bulkStatus, { body: { ids, disable: true }, query }),
    );
    const deleting = await statementsOf(() => callAs(masterKey, bulkDelete, { body: { ids } }));
    return [switching.length, deleting.length];
  }
  expect(await statements(40)).toEqual(await statements(2));
});
