// Deleting, disabling and enabling one user.
import { describe, expect, test } from "vitest";
import { POST as disable } from "@/app/api/users/[username]/disable/route";
import { POST as enable } from "@/app/api/users/[username]/enable/route";
import { DELETE, GET, PUT } from "@/app/api/users/[username]/route";
import type { RouteHandler } from "@/lib/api/handle";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  aBrowser,
  aGroup,
  anAccessToken,
  anActor,
  aUser,
  masterKey,
  uniqueName,
} from "@/lib/testing/factories";
import { fingerprint } from "@/lib/testing/observe";
import {
  auditEntriesOf,
  groupVersions,
  sessionCountOf,
  storedUser,
  tokenCountOf,
} from "@/lib/testing/stored";

describe("DELETE /api/users/{username}", () => {
  test("answers with a sentence and takes along what belongs to the user", async () => {
    const group = await aGroup();
    const user = await anActor("auditor", { groups: [group] });
    await anAccessToken(user);
    await database().prisma.userSettings.create({ data: { userId: user.id } });
    const { payload } = await callAs(masterKey, DELETE, {
      params: { username: user.username.toUpperCase() },
    });
    expect(payload).toBe(`${user.username} deleted.`);
    const { prisma } = database();
    const where = { where: { userId: user.id } };
    expect(await prisma.user.count({ where: { id: user.id } })).toBe(0);
    expect(await prisma.session.count(where)).toBe(0);
    expect(await prisma.accessToken.count(where)).toBe(0);
    expect(await prisma.groupMember.count(where)).toBe(0);
    expect(await prisma.userSettings.count(where)).toBe(0);
    expect(await prisma.group.count({ where: { id: group } })).toBe(1);
  });

  test("raises the version of the user's groups, and of no other", async () => {
    const groups = [await aGroup(), await aGroup(), await aGroup()];
    const { username } = await aUser({ groups: groups.slice(0, 2) });
    const before = await groupVersions(groups);
    await callAs(masterKey, DELETE, { params: { username } });
    const after = await groupVersions(groups);
    expect(after.map((version, at) => version - (before[at] ?? 0n))).toEqual([1n, 1n, 0n]);
  });

  test("keeps the last state in the audit log", async () => {
    const group = await aGroup();
    const user = await aUser({ role: "auditor", displayName: "Ada", groups: [group] });
    await callAs(masterKey, DELETE, { params: { username: user.username } });
    const [entry] = await auditEntriesOf(user.id);
    expect(entry).toMatchObject({
      verb: "user.delete",
      actor: "masteradministrator",
      actorId: null,
      target: user.username,
      before: {
        username: user.username,
        display_name: "Ada",
        platform_role_id: "auditor",
        user_group_ids: [group],
        account_disabled: false,
      },
      after: null,
    });
  });

  test("works on a member of a group that an identity provider decides about", async () => {
    const { username } = await aUser({ groups: [await aGroup({ externalId: "okta" })] });
    expect((await callAs(masterKey, DELETE, { params: { username } })).status).toBe(200);
  });

  test("of one user by many callers at once succeeds once", async () => {
    const user = await aUser();
    const called = await Promise.all(
      Array.from({ length: 6 }, () =>
        callAs(masterKey, DELETE, { params: { username: user.username } }),
      ),
    );
    expect(called.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404]);
    expect(await auditEntriesOf(user.id)).toHaveLength(1);
  });

  test("while others update leaves either order, and no half of one", async () => {
    const user = await aUser();
    const params = { username: user.username };
    const [removed, ...updates] = await Promise.all([
      callAs(masterKey, DELETE, { params }),
      ...Array.from({ length: 6 }, (_, n) =>
        callAs(masterKey, PUT, { params, body: { display_name: `Name ${n}` } }),
      ),
    ]);
    expect(removed.status).toBe(200);
    const done = updates.filter(({ status }) => status === 200);
    expect(updates.every(({ status }) => status === 200 || status === 404)).toBe(true);
    const verbs = (await auditEntriesOf(user.id)).map(({ verb }) => verb);
    expect(verbs.filter((verb) => verb === "user.update")).toHaveLength(done.length);
    expect(await database().prisma.user.count({ where: { id: user.id } })).toBe(0);
  });
});

describe("POST /api/users/{username}/disable", () => {
  test("ends all sessions, and refuses tokens until the user is enabled again", async () => {
    const user = await anActor("auditor");
    const [browser, token] = [await aBrowser(user), await anAccessToken(user)];
    const params = { username: user.username };
    const { payload } = await callAs(masterKey, disable, { params });
    expect(payload).toBeNull();
    expect(await sessionCountOf(user.id)).toBe(0);
    expect((await storedUser(user.username)).isDisabled).toBe(true);
    for (const caller of [user, browser, token]) {
      expect((await callAs(caller, GET, { params })).status).toBe(401);
    }
    await callAs(masterKey, enable, { params });
    expect((await callAs(token, GET, { params })).status).toBe(200);
    expect((await callAs(user, GET, { params })).status).toBe(401);
    expect(await tokenCountOf(user.id)).toBe(1);
  });

  test("leaves one entry in the audit log", async () => {
    const [admin, user] = [await anActor("admin"), await aUser()];
    await callAs(admin, disable, { params: { username: user.username } });
    const entries = await auditEntriesOf(user.id);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      verb: "user.disable",
      actor: admin.username,
      before: { account_disabled: false },
      after: { account_disabled: true },
    });
  });
});

describe.each<[string, RouteHandler, boolean]>([
  ["disable", disable, true],
  ["enable", enable, false],
])("repeating %s", (_, route, isDisabled) => {
  test("changes nothing and succeeds", async () => {
    const { username } = await aUser({ isDisabled });
    const before = await fingerprint();
    expect((await callAs(masterKey, route, { params: { username } })).status).toBe(200);
    expect(await fingerprint()).toBe(before);
  });
});

test("POST /api/users/{username}/enable leaves one entry in the audit log", async () => {
  const user = await aUser({ isDisabled: true });
  await callAs(masterKey, enable, { params: { username: user.username } });
  const [entry] = await auditEntriesOf(user.id);
  expect(entry).toMatchObject({ verb: "user.enable", after: { account_disabled: false } });
});

describe("disabling by PUT", () => {
  test("ends all sessions as well", async () => {
    const user = await anActor("auditor");
    const body = { account_disabled: true };
    await callAs(await anActor("admin"), PUT, { params: { username: user.username }, body });
    expect(await sessionCountOf(user.id)).toBe(0);
  });
});

test.each<[string, RouteHandler]>([
  ["disable", disable],
  ["enable", enable],
  ["delete", DELETE],
])("nobody can %s an unknown user", async (_, route) => {
  const before = await fingerprint();
  const called = await callAs(masterKey, route, { params: { username: uniqueName() } });
  expect(called.status).toBe(404);
  expect(await fingerprint()).toBe(before);
});
