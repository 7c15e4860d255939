// Reading one user, and the versions that reads and writes carry.
import { describe, expect, test } from "vitest";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { POST as disable } from "@/app/api/users/[username]/disable/route";
import { POST as enable } from "@/app/api/users/[username]/enable/route";
import { DELETE, GET, PUT } from "@/app/api/users/[username]/route";
import { DELETE as endSessions } from "@/app/api/v1/users/sessions/route";
import { GET as detail } from "@/app/api/v1/users/route";
import type { RouteHandler } from "@/lib/api/handle";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import {
  aGroup,
  anAccessToken,
  anActor,
  anonymous,
  aUser,
  masterKey,
  PASSWORD,
  type TestUser,
} from "@/lib/testing/factories";
import { fingerprint, statementsOf } from "@/lib/testing/observe";

async function etagOf({ username }: TestUser): Promise<string> {
  const called = await callAs(masterKey, GET, { params: { username } });
  return called.headers.get("etag") ?? "";
}

describe("GET /api/users/{username}", () => {
  test("finds the user whatever the case of the name", async () => {
    const { username } = await aUser();
    const called = await callAs(masterKey, GET, { params: { username: username.toUpperCase() } });
    expect(called.payload.username).toBe(username);
  });

  test("finds e-mail addresses", async () => {
    const { username } = await aUser({ username: "o'neil+tag@example.com" });
    expect((await callAs(masterKey, GET, { params: { username } })).status).toBe(200);
  });

  test("takes two statements: who asks, and the user", async () => {
    const me = await anActor("auditor");
    const read = () => callAs(me, GET, { params: { username: me.username } });
    expect(await statementsOf(read)).toHaveLength(2);
  });

  test.each(["adm", "me", "ingress", "masteradministrator"])("does not know %s", async (name) => {
    expect((await callAs(masterKey, GET, { params: { username: name } })).status).toBe(404);
  });
});

describe("GET /api/v1/users", () => {
  test("spells out role and groups", async () => {
    const group = await aGroup();
    const user = await aUser({ role: "admin", groups: [group] });
    const { payload } = await callAs(masterKey, detail, { query: { username: user.username } });
    const bare = await callAs(masterKey, GET, { params: { username: user.username } });
    const { user_group_ids: ids, ...rest } = bare.payload;
    expect(payload).toMatchObject(rest);
    expect(Object.keys(payload.user_group_ids).sort()).toEqual(Object.keys(ids).sort());
    expect(payload.user_group_ids[group]).toMatchObject({
      id: group,
      name: group,
      default: false,
      network_roles: {},
      member_count: 1,
    });
    expect(payload.user_group_ids[ADMIN_GROUP]).toMatchObject({
      default: true,
      network_roles: { all_networks: { "global-network-admin": {} } },
    });
    expect(payload.platform_role).toMatchObject({
      id: "admin",
      name: "Admin",
      default: true,
      full_access: true,
      deny_dashboard_access: false,
      network_id: "",
      global_level_access: {},
      network_level_access: {},
    });
  });

  test.each([
    ["super-admin", true, false],
    ["admin", true, false],
    ["auditor", false, false],
    ["platform-user", false, false],
    ["service-user", false, true],
  ] as const)("shows the seeded role %s", async (role, fullAccess, deniesDashboard) => {
    const { username } = await aUser({ role });
    const { payload } = await callAs(masterKey, detail, { query: { username } });
    expect(payload.platform_role).toMatchObject({
      id: role,
      default: true,
      full_access: fullAccess,
      deny_dashboard_access: deniesDashboard,
    });
  });

  test("has the version of the plain user", async () => {
    const user = await aUser();
    const called = await callAs(masterKey, detail, { query: { username: user.username } });
    expect(called.headers.get("etag")).toBe(await etagOf(user));
  });

  test("of ten groups takes as many statements as of one", async () => {
    const groups = await Promise.all(Array.from({ length: 10 }, () => aGroup()));
    const [one, ten] = [await aUser({ groups: groups.slice(1, 2) }), await aUser({ groups })];
    const read = ({ username }: TestUser) =>
      statementsOf(() => callAs(masterKey, detail, { query: { username } }));
    expect(await read(ten)).toHaveLength((await read(one)).length);
  });

  test.each([
    ["", 400],
    ["username=", 404],
  ])("with the query %j answers %i", async (query, status) => {
    expect((await callAs(masterKey, detail, { query })).status).toBe(status);
  });
});

describe("the version of a user", () => {
  const raising: [string, (user: TestUser) => Promise<unknown>][] = [
    ["the display name", (user) => put(user, { display_name: "Other" })],
    ["the role", (user) => put(user, { platform_role_id: "service-user" })],
    ["a membership", async (user) => put(user, { user_group_ids: [await aGroup()] })],
    ["the password", (user) => put(user, { password: "another password" })],
    ["disabling", ({ username }) => callAs(masterKey, disable, { params: { username } })],
  ];
  test.each(raising)("is raised by a change of %s", async (_, change) => {
    const user = await aUser();
    const before = await etagOf(user);
    await change(user);
    expect(await etagOf(user)).not.toBe(before);
  });

  const keeping: [string, (user: TestUser) => Promise<unknown>][] = [
    [
      "signing in",
      ({ username }) => callAs(anonymous, signIn, { body: { username, password: PASSWORD } }),
    ],
    ["an API token", (user) => anAccessToken(user)],
    ["ending sessions", ({ username }) => callAs(masterKey, endSessions, { query: { username } })],
    ["a change that changes nothing", (user) => put(user, { account_disabled: false })],
    [
      "enabling who is enabled",
      ({ username }) => callAs(masterKey, enable, { params: { username } }),
    ],
  ];
  test.each(keeping)("is not raised by %s", async (_, act) => {
    const user = await aUser();
    const before = await etagOf(user);
    await act(user);
    expect(await etagOf(user)).toBe(before);
  });

  test("of a user who was made again under the same name is another", async () => {
    const user = await aUser();
    const before = await etagOf(user);
    await callAs(masterKey, DELETE, { params: { username: user.username } });
    expect(await etagOf(await aUser({ username: user.username }))).not.toBe(before);
  });
});

function put({ username }: TestUser, body: object) {
  return callAs(masterKey, PUT, { params: { username }, body });
}

describe("If-Match", () => {
  const routes: [string, RouteHandler, object | undefined][] = [
    ["PUT", PUT, { display_name: "Changed" }],
    ["DELETE", DELETE, undefined],
    ["disable", disable, undefined],
  ];
  const cases = routes.flatMap(([name, route, body]) =>
    [
      { kind: "the version", match: (etag: string) => etag, status: 200 },
      { kind: "anything", match: () => "*", status: 200 },
      { kind: "a list with it", match: (etag: string) => `"1", ${etag}, "2"`, status: 200 },
      { kind: "another version", match: () => '"1"', status: 412 },
      { kind: "a list without it", match: () => '"1","2"', status: 412 },
      { kind: "the version as a weak one", match: (etag: string) => `W/${etag}`, status: 200 },
      {
        kind: "the version as Apache compresses it",
        match: (etag: string) => etag.replace(/"$/, '-gzip"'),
        status: 200,
      },
      { kind: "another version as a weak one", match: () => 'W/"1"', status: 412 },
      { kind: "no entity tag", match: () => "nonsense", status: 412 },
      { kind: "an asterisk in nonsense", match: () => "non*sense", status: 412 },
      { kind: "nothing", match: () => "", status: 412 },
      { kind: "a quoted asterisk", match: () => '"*"', status: 412 },
    ].map((each) => ({ name, route, body, ...each })),
  );
  test.each(cases)("with $kind on $name answers $status", async (given) => {
    const user = await aUser();
    const current = await callAs(masterKey, GET, { params: { username: user.username } });
    const before = await fingerprint();
    const called = await callAs(masterKey, given.route, {
      params: { username: user.username },
      body: given.body,
      headers: { "If-Match": given.match(current.headers.get("etag") ?? "") },
    });
    expect(called.status).toBe(given.status);
    if (given.status === 200) return;
    expect(called.problem.Response).toEqual(current.payload);
    expect(called.headers.get("etag")).toBe(current.headers.get("etag"));
    expect(await fingerprint()).toBe(before);
  });

  test("on a user who is in that state already is looked at all the same", async () => {
    const { username } = await aUser({ isDisabled: true });
    const input = { params: { username }, headers: { "If-Match": '"1"' } };
    expect((await callAs(masterKey, disable, input)).status).toBe(412);
  });

  test("is looked at after the rights", async () => {
    const admin = await anActor("admin");
    const { username } = await aUser({ role: "admin" });
    const input = { params: { username }, headers: { "If-Match": '"1"' } };
    expect((await callAs(admin, PUT, { ...input, body: { display_name: "x" } })).status).toBe(403);
  });

  test("is looked at after the user was not found", async () => {
    const input = { params: { username: "nobody" }, headers: { "If-Match": '"1"' } };
    expect((await callAs(masterKey, DELETE, input)).status).toBe(404);
  });

  test("is looked at before the state of the account", async () => {
    const { username } = await aUser({ authType: "oauth" });
    const called = await callAs(masterKey, PUT, {
      params: { username },
      body: { password: "a new password" },
      headers: { "If-Match": '"1"' },
    });
    expect(called.status).toBe(412);
  });
});
