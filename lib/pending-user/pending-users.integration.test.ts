import { beforeEach, describe, expect, test } from "vitest";
import { DELETE as clear, GET as list } from "@/app/api/users_pending/route";
import { DELETE as bulkReject } from "@/app/api/users_pending/bulk/route";
import { POST as bulkApprove } from "@/app/api/users_pending/bulk/approve/route";
import { GET as state } from "@/app/api/users_pending/state/route";
import { DELETE as reject, POST as approve } from "@/app/api/users_pending/user/[username]/route";
import { DELETE as deleteUser, POST as createUser } from "@/app/api/users/[username]/route";
import { DELETE as bulkDelete } from "@/app/api/v1/users/bulk/route";
import { POST as importUsers } from "@/app/api/v1/users/import/route";
import { POST as signUp } from "@/app/api/v1/users/invite-signup/route";
import { POST as invite } from "@/app/api/v1/users/invite/route";
import { GET as page } from "@/app/api/v2/users_pending/route";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { transaction } from "@/lib/db/transaction";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import {
  aGroup,
  anActor,
  anIdentity,
  anInvite,
  anonymous,
  aPendingUser,
  aUser,
  masterKey,
  PASSWORD,
  pendingCookie,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { auditEntriesAbout, auditEntriesOf, groupsOf, storedUser } from "@/lib/testing/stored";
import { askToJoin, readStanding, type Asked } from "./effects";
import { MAX_WAITING } from "./values";

beforeEach(() => database().prisma.pendingUser.deleteMany());

const address = () => `${uniqueName()}@example.com`;

function letIn(username: string, body: unknown = {}, caller: Caller = masterKey) {
  return callAs(caller, approve, { params: { username }, body });
}

function turnAway(username: string, body: unknown = {}, caller: Caller = masterKey) {
  return callAs(caller, reject, { params: { username }, body });
}

async function waiting(): Promise<string[]> {
  const { payload } = await callAs(masterKey, list);
  return payload.map(({ username }) => username);
}

/** @returns the answer, once nothing is found to have changed */
async function unchanged<T>(work: () => Promise<T>): Promise<T> {
  const before = await fingerprint();
  const answer = await work();
  expect(await fingerprint(), "nothing changes").toBe(before);
  return answer;
}

function asking(more: Partial<Asked> = {}): Asked {
  return {
    username: address(),
    displayName: "Ada",
    provider: "google",
    issuer: "https://accounts.example.com",
    subject: uniqueName("subject"),
    ...more,
  };
}

function ask(asked: Asked) {
  return transaction(systemContext({ userAgent: "test" }), (tx) => askToJoin(tx, asked));
}

/** As many rows as that, past the interface. */
function aCrowd(count: number) {
  return database().pool.query(
    `INSERT INTO "PendingUser" ("id", "username", "provider", "issuer", "subject", "createdAt")
     SELECT gen_random_uuid(), 'crowd-' || n || '@example.com', 'google', 'https://crowd.example.com', n::text, now()
     FROM generate_series(1, $1) n`,
    [count],
  );
}

describe("GET /api/users_pending", () => {
  test("lists who waits by address, as users who have nothing yet", async () => {
    const asked = new Date("2026-01-02T03:04:05Z");
    const b = await aPendingUser({ username: `b-${address()}`, createdAt: asked });
    const a = await aPendingUser({ username: `a-${address()}`, displayName: "Ada" });
    const { payload } = await callAs(masterKey, list);
    expect(payload.map(({ username }) => username)).toEqual([a.username, b.username]);
    expect(payload[1]).toEqual({
      username: b.username,
      external_identity_provider_id: b.subject,
      is_mfa_enabled: false,
      display_name: "",
      account_disabled: false,
      isadmin: false,
      issuperadmin: false,
      auth_type: "oauth",
      remote_gw_ids: {},
      user_group_ids: {},
      platform_role_id: "",
      network_roles: {},
      last_login_time: "2026-01-02T03:04:05.000Z",
      num_access_tokens: 0,
      created_by: "",
      created_at: "2026-01-02T03:04:05.000Z",
      updated_at: "0001-01-01T00:00:00Z",
      provider: "google",
    });
  });

  test("is streamed in batches", async () => {
    await aCrowd(2_500);
    const statements = await statementsOf(async () => {
      expect(await waiting()).toHaveLength(2_500);
    });
    expect(statements).toHaveLength(3);
  });
});

describe("GET /api/v2/users_pending", () => {
  const names = async (query: Record<string, string | number | string[]> = {}) => {
    const { payload } = await callAs(masterKey, page, { query });
    return payload.data.map(({ username }) => username);
  };

  test("finds by address and display name, without regard to case and marks", async () => {
    const { username } = await aPendingUser({ displayName: "Zoë 100%" });
    await aPendingUser();
    expect(await names({ q: username.toUpperCase() })).toEqual([username]);
    expect(await names({ q: "zoe" })).toEqual([username]);
    expect(await names({ q: "0%" })).toEqual([username]);
    expect(await names({ q: "z_e" })).toEqual([]);
  });

  test("filters by one provider or several; one that there is not matches nothing", async () => {
    const [a, b] = ["a", "b"].map((each) => `${each}-${address()}`);
    await aPendingUser({ username: a, provider: "google" });
    await aPendingUser({ username: b, provider: "okta" });
    await aPendingUser({ username: `c-${address()}`, provider: "github" });
    expect(await names({ provider: "okta" })).toEqual([b]);
    expect(await names({ provider: ["okta", "google"] })).toEqual([a, b]);
    expect(await names({ provider: "nobody" })).toEqual([]);
  });

  test("is by address, or as it is asked, and pages stay put among equal times", async () => {
    const createdAt = new Date("2026-01-01T00:00:00Z");
    const [c, a, b] = ["c", "a", "b"].map((each) => `${each}-${address()}`);
    for (const username of [c, a, b]) await aPendingUser({ username, createdAt });
    expect(await names()).toEqual([a, b, c]);
    expect(await names({ sort: "username", order: "desc" })).toEqual([c, b, a]);
    const all = await names({ sort: "created_at" });
    const pages = [];
    for (const at of [1, 2, 3]) {
      pages.push(...(await names({ sort: "created_at", page: at, per_page: 1 })));
    }
    expect(pages).toEqual(all);
    expect(await names({ sort: "created_at", order: "desc" })).toEqual(all.toReversed());
  });

  test.each(["sort=subject", "order=up", "page=0", "per_page=501"])("refuses %s", async (query) => {
    const called = await callAs(masterKey, page, { query });
    expect(called.badPaths).toEqual([query.split("=")[0]]);
  });
});

describe("POST /api/users_pending/user/{username}", () => {
  test("makes an account without a password, of the identity that asked", async () => {
    const admin = await anActor("admin");
    const group = await aGroup();
    const pending = await aPendingUser({ displayName: "Ada" });
    const { username, subject, issuer } = pending;
    const called = await letIn(
      username.toUpperCase(),
      { platform_role_id: "auditor", user_group_ids: { [group]: {} } },
      admin,
    );
    expect(called.payload).toBeNull();
    const user = await storedUser(username);
    expect(user).toMatchObject({
      displayName: "Ada",
      passwordHash: null,
      authType: "oauth",
      externalId: subject,
      platformRoleId: "auditor",
      createdBy: admin.username,
      memberships: [{ groupId: group }],
    });
    const identities = await database().prisma.identity.findMany({ where: { userId: user.id } });
    expect(identities).toMatchObject([{ provider: "google", issuer, subject, email: username }]);
    expect(await waiting()).toEqual([]);
    expect(await readStanding(database().prisma, pending)).toBe("approved");
    const entries = [...(await auditEntriesOf(user.id)), ...(await auditEntriesAbout(username))];
    expect(entries.map(({ verb, actor }) => [verb, actor])).toContainEqual([
      "user.create",
      admin.username,
    ]);
    expect(entries).toContainEqual(
      expect.objectContaining({
        verb: "pending-user.approve",
        actor: admin.username,
        targetType: "pending-user",
        target: username,
        targetName: "Ada",
        before: {
          display_name: "Ada",
          provider: "google",
          external_identity_provider_id: subject,
        },
        after: { platform_role_id: "auditor", user_group_ids: [group] },
      }),
    );
  });

  test("makes a service user without groups unless it is said, and an admin one of the admin group", async () => {
    const [plain, admin] = [await aPendingUser(), await aPendingUser()];
    await letIn(plain.username, undefined);
    await letIn(admin.username, { platform_role_id: "admin" });
    expect(await storedUser(plain.username)).toMatchObject({
      platformRoleId: "service-user",
      memberships: [],
    });
    expect(await groupsOf(admin.username)).toEqual([ADMIN_GROUP]);
  });

  test("ends an invite of that name", async () => {
    const { username } = await aPendingUser();
    await anInvite({ email: username });
    await letIn(username);
    expect(await database().prisma.invite.count({ where: { email: username } })).toBe(0);
  });

  test.each([
    ["super-admin", "super-admin", 403],
    ["admin", "super-admin", 200],
    ["admin", "admin", 403],
    ["auditor", "admin", 200],
  ] as const)("to the role %s by %s answers %i", async (role, who, status) => {
    const caller = await anActor(who);
    const { username } = await aPendingUser();
    expect((await letIn(username, { platform_role_id: role }, caller)).status).toBe(status);
  });

  test("is refused where an identity provider decides about a group, and names every unknown one", async () => {
    const { username } = await aPendingUser();
    const external = await aGroup({ externalId: "engineering" });
    const given = (ids: string[]) => unchanged(() => letIn(username, { user_group_ids: ids }));
    const refused = await given([external]);
    expect([refused.status, refused.badPaths]).toEqual([409, [`user_group_ids.${external}`]]);
    const unknown = await given(["x", "y"]);
    expect(unknown.status).toBe(400);
    expect(unknown.badPaths).toEqual(["user_group_ids.x", "user_group_ids.y"]);
  });

  test("refuses a network role, and who is not there before anything else about the role", async () => {
    const { username } = await aPendingUser();
    const network = await letIn(username, { platform_role_id: "global-network-user" });
    expect([network.status, network.badPaths]).toEqual([400, ["platform_role_id"]]);
    const admin = await anActor("admin");
    const called = await letIn(address(), { platform_role_id: "admin" }, admin);
    expect(called.status).toBe(404);
  });

  test("is refused where somebody signs in by that identity already", async () => {
    const pending = await aPendingUser();
    await anIdentity(await aUser(), pending);
    expect((await unchanged(() => letIn(pending.username))).status).toBe(409);
  });

  test("twice at once makes one account", async () => {
    const { username } = await aPendingUser();
    const called = await Promise.all(Array.from({ length: 6 }, () => letIn(username)));
    const statuses = called.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    for (const status of statuses.slice(1)) expect([404, 409]).toContain(status);
    const user = await storedUser(username);
    expect((await auditEntriesOf(user.id)).map(({ verb }) => verb)).toEqual(["user.create"]);
  });

  test("that waits for another to end says that the name is taken", async () => {
    const { username } = await aPendingUser();
    const theirs = await holding(`SELECT 1 FROM "PendingUser" WHERE "username" = $1 FOR UPDATE`, [
      username,
    ]);
    const mine = letIn(username);
    await untilBlocked();
    await database().prisma.user.create({
      data: { username, platformRoleId: "service-user", createdBy: "test" },
    });
    await theirs.commit();
    expect((await mine).status).toBe(409);
  });

  test("and a sign-up by invite at once make one account", async () => {
    for (let round = 0; round < 3; round += 1) {
      const { username } = await aPendingUser();
      const { email, code } = await anInvite({ email: username });
      const statuses = (
        await Promise.all([
          letIn(username),
          callAs(anonymous, signUp, {
            query: { email, invite_code: code },
            body: { password: PASSWORD },
          }),
        ])
      ).map(({ status }) => status);
      expect(statuses).toContain(200);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(await database().prisma.user.count({ where: { username } })).toBe(1);
      expect(await waiting()).toEqual([]);
      expect(await database().prisma.invite.count({ where: { email } })).toBe(0);
    }
  });
});

describe("an account made in another way", () => {
  test("takes the place of a request of that name", async () => {
    const [created, imported] = [await aPendingUser(), await aPendingUser()];
    await callAs(masterKey, createUser, {
      params: { username: created.username },
      body: { password: PASSWORD },
    });
    await callAs(masterKey, importUsers, {
      query: { mode: "create" },
      body: { rows: [{ username: imported.username, password: PASSWORD }] },
    });
    expect(await waiting()).toEqual([]);
    expect(await readStanding(database().prisma, created)).toBe("gone");
  });

  test("is no invite: the request stays, and inviting says nothing of it", async () => {
    const { username } = await aPendingUser();
    const { payload } = await callAs(masterKey, invite, { body: { user_emails: [username] } });
    expect(payload[0]?.status).toBe("invited");
    expect(await waiting()).toEqual([username]);
  });

  test("takes the request along when it is deleted", async () => {
    const [a, b] = [await aUser({ username: address() }), await aUser({ username: address() })];
    await aPendingUser({ username: a.username });
    await aPendingUser({ username: b.username });
    await callAs(masterKey, deleteUser, { params: { username: a.username } });
    await callAs(masterKey, bulkDelete, { body: { ids: [b.username] } });
    expect(await waiting()).toEqual([]);
  });
});

describe("DELETE /api/users_pending/user/{username}", () => {
  test("ends the request, with the reason in the log, and lets them ask again", async () => {
    const asked = asking();
    await ask(asked);
    const called = await turnAway(asked.username.toUpperCase(), { reason: "  Who are you?  " });
    expect(called.payload).toBeNull();
    expect(await readStanding(database().prisma, asked)).toBe("gone");
    const entries = await auditEntriesAbout(asked.username);
    expect(entries.at(-1)).toMatchObject({
      verb: "pending-user.reject",
      before: { display_name: "Ada", provider: "google" },
      after: { reason: "Who are you?" },
    });
    expect(await ask(asked)).toBe("waiting");
  });

  test("takes no reason, and one of 500 characters, but none that is longer", async () => {
    const { username } = await aPendingUser();
    const long = await unchanged(() => turnAway(username, { reason: "😀".repeat(501) }));
    expect([long.status, long.badPaths]).toEqual([400, ["reason"]]);
    expect((await turnAway(username, { reason: "😀".repeat(500) })).status).toBe(200);
    const other = await aPendingUser();
    expect((await turnAway(other.username, undefined)).status).toBe(200);
    expect((await auditEntriesAbout(other.username)).at(-1)?.after).toBeNull();
  });
});

describe("DELETE /api/users_pending", () => {
  test("ends all requests, in parts, with an entry each", async () => {
    await aCrowd(4_500);
    const statements = await statementsOf(async () => {
      expect((await callAs(masterKey, clear)).status).toBe(200);
    });
    expect(await waiting()).toEqual([]);
    expect(statements.filter((text) => text.includes('DELETE FROM "PendingUser"'))).toHaveLength(3);
    const entries = await database().prisma.auditEntry.count({
      where: { verb: "pending-user.reject", target: { startsWith: "crowd-" } },
    });
    expect(entries).toBe(4_500);
  });
});

describe("POST /api/users_pending/bulk/approve", () => {
  const letManyIn = (body: unknown, query = {}, caller: Caller = masterKey) =>
    callAs(caller, bulkApprove, { body, query });

  test("lets in who may be let in, and says of the others why not", async () => {
    const group = await aGroup();
    const [a, taken, linked] = [await aPendingUser(), await aPendingUser(), await aPendingUser()];
    await database().prisma.user.create({
      data: { username: taken.username, platformRoleId: "service-user", createdBy: "test" },
    });
    await anIdentity(await aUser(), linked);
    const ids = [linked.username, taken.username, a.username.toUpperCase(), a.username, "nobody"];
    const body = { ids, user_group_ids: [group] };
    const foreseen = await unchanged(() => letManyIn(body, { dry_run: true }));
    const { payload } = await letManyIn(body);
    expect(payload).toEqual(foreseen.payload);
    expect(payload.done).toEqual([a.username]);
    expect(payload.skipped.map(({ id }) => id)).toEqual([
      linked.username,
      taken.username,
      "nobody",
    ]);
    for (const { reason } of payload.skipped) expect(reason).not.toBe("");
    expect(await storedUser(a.username)).toMatchObject({
      authType: "oauth",
      externalId: a.subject,
      memberships: [{ groupId: group }],
    });
    expect(await readStanding(database().prisma, a)).toBe("approved");
  });

  test("skips all of them for a role that one may not give, or a group that nobody may be put into", async () => {
    const admin = await anActor("admin");
    const { username } = await aPendingUser();
    const external = await aGroup({ externalId: "engineering" });
    const bodies = [{ platform_role_id: "admin" }, { user_group_ids: [external] }];
    for (const more of bodies) {
      const body = { ids: [username], ...more };
      const called = await unchanged(() => letManyIn(body, {}, admin));
      expect(called.payload).toMatchObject({ done: [], skipped: [{ id: username }] });
    }
    const unknown = await unchanged(() => letManyIn({ ids: [username], user_group_ids: ["x"] }));
    expect(unknown.badPaths).toEqual(["user_group_ids.x"]);
  });

  test("of thousands takes no more statements than of one", async () => {
    const { username } = await aPendingUser();
    const one = await statementsOf(() => letManyIn({ ids: [username] }));
    await aCrowd(3_000);
    const ids = await waiting();
    const many = await statementsOf(async () => {
      expect((await letManyIn({ ids })).payload.done).toHaveLength(3_000);
    });
    expect(many).toHaveLength(one.length);
  });
});

describe("DELETE /api/users_pending/bulk", () => {
  test("turns away who waits, with the reason, and skips the others", async () => {
    const { username } = await aPendingUser();
    const body = { ids: [username, "nobody"], reason: "Not here" };
    const dry = await unchanged(() =>
      callAs(masterKey, bulkReject, { body, query: { dry_run: true } }),
    );
    const { payload } = await callAs(masterKey, bulkReject, { body });
    expect(payload).toEqual(dry.payload);
    expect(payload).toEqual({
      done: [username],
      skipped: [{ id: "nobody", reason: 'There is no pending user "nobody".' }],
      client_configs: 0,
    });
    const [entry] = await auditEntriesAbout(username);
    expect(entry).toMatchObject({ verb: "pending-user.reject", after: { reason: "Not here" } });
  });
});

describe("askToJoin", () => {
  test("lets somebody wait, and leaves an entry of nobody's", async () => {
    const asked = asking();
    expect(await ask(asked)).toBe("waiting");
    expect(await readStanding(database().prisma, asked)).toBe("waiting");
    const [entry, ...more] = await auditEntriesAbout(asked.username);
    expect(entry).toMatchObject({
      verb: "pending-user.create",
      actor: "",
      targetName: "Ada",
      before: null,
      after: {
        display_name: "Ada",
        provider: "google",
        external_identity_provider_id: asked.subject,
      },
    });
    expect(more).toEqual([]);
  });

  test("again by the same identity is noted as a try, and as nothing else", async () => {
    const asked = asking();
    await ask(asked);
    await database().prisma.pendingUser.updateMany({
      data: { createdAt: new Date("2026-01-01"), lastTriedAt: new Date("2026-01-01") },
    });
    expect(await ask({ ...asked, displayName: "Countess" })).toBe("waiting");
    const { payload } = await callAs(masterKey, page, { query: { q: "countess" } });
    expect(payload.data[0]?.created_at).toBe("2026-01-01T00:00:00.000Z");
    expect(payload.data[0]?.last_login_time).not.toBe("2026-01-01T00:00:00.000Z");
    expect(await auditEntriesAbout(asked.username)).toHaveLength(1);
  });

  test("by the same identity under another address takes the place of the first request", async () => {
    const asked = asking();
    const moved = { ...asked, username: address() };
    await ask(asked);
    expect(await ask(moved)).toBe("waiting");
    expect(await waiting()).toEqual([moved.username]);
    const [entry] = await auditEntriesAbout(moved.username);
    expect(entry).toMatchObject({ after: { replaces: asked.username } });
  });

  test("by another identity under the same address leaves the first request as it is", async () => {
    const asked = asking();
    await ask(asked);
    const other = asking({ username: asked.username });
    expect(await unchanged(() => ask(other))).toBe("taken");
    expect(await readStanding(database().prisma, other)).toBe("gone");
    expect(await readStanding(database().prisma, asked)).toBe("waiting");
  });

  test("tells the same subject of another issuer apart", async () => {
    const asked = asking();
    await ask(asked);
    expect(await ask({ ...asked, issuer: "https://other.example.com" })).toBe("taken");
  });

  test("is full at ten thousand, but for who waits already, also when many ask at once", async () => {
    const asked = asking();
    await ask(asked);
    await aCrowd(MAX_WAITING - 2);
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(asking())));
    expect(answers.sort()).toEqual(["full", "full", "full", "waiting"]);
    expect(await database().prisma.pendingUser.count()).toBe(MAX_WAITING);
    expect(await ask(asked)).toBe("waiting");
    expect(await ask({ ...asked, username: address() })).toBe("waiting");
  });

  test("at the same time by one identity stores one request", async () => {
    const asked = asking();
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(asked)));
    expect(answers).toEqual(Array(4).fill("waiting"));
    expect(await auditEntriesAbout(asked.username)).toHaveLength(1);
  });

  test("waits for an account of that name that is being made, and refuses then", async () => {
    const asked = asking();
    const theirs = await holding(`SELECT pg_advisory_xact_lock_shared(5210048)`);
    const mine = ask(asked).catch((error: unknown) => error);
    await untilBlocked();
    await database().prisma.user.create({
      data: { username: asked.username, platformRoleId: "service-user", createdBy: "test" },
    });
    await theirs.commit();
    expect(await mine).toMatchObject({ code: "conflict" });
    expect(await waiting()).toEqual([]);
  });
});

describe("GET /api/users_pending/state", () => {
  const stateOf = async (headers: Record<string, string>) => callAs(anonymous, state, { headers });

  test("tells whose browser has asked how it stands, and nobody else anything", async () => {
    const [kept, welcome, refused] = [
      await aPendingUser(),
      await aPendingUser(),
      await aPendingUser(),
    ];
    await letIn(welcome.username);
    await turnAway(refused.username);
    const states = [];
    for (const each of [kept, welcome, refused]) {
      states.push((await stateOf(pendingCookie(each))).payload);
    }
    expect(states).toEqual(
      ["waiting", "approved", "gone"].map((each) => ({ state: each, provider: "google" })),
    );
    expect((await stateOf({})).status).toBe(404);
    expect((await stateOf({ Cookie: "muster.pending-user=forged" })).status).toBe(404);
  });
});
