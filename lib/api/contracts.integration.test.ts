// Every endpoint with every kind of caller, from a table written from the specification and not from lib/permissions.
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { RouteHandler } from "@/lib/api/handle";
import { database } from "@/lib/db/client";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import {
  anActor,
  anAccessToken,
  anonymous,
  aSession,
  aUser,
  bearer,
  masterKey,
  PASSWORD,
  uniqueName,
  type Caller,
  type TestActor,
} from "@/lib/testing/factories";
import { fingerprint } from "@/lib/testing/observe";
import { loadHandlers } from "@/lib/testing/routes";

const users = [
  "super-admin",
  "admin",
  "auditor",
  "platform-user",
  "service-user",
  "network-admin",
] as const;
const known = [...users, "master-key"] as const;
type Who = (typeof known)[number];

const strangers = [
  "anonymous",
  "nonsense",
  "disabled user",
  "disabled user's API token",
  "expired session",
  "expired API token",
  "deleted user",
] as const;
type Stranger = (typeof strangers)[number];

const staff: Who[] = ["super-admin", "admin", "master-key"];
const readers: Who[] = [...staff, "auditor"];
const owners: Who[] = ["super-admin", "master-key"];
const anyUser: Who[] = [...users];
const nonAdmins: Who[] = ["auditor", "platform-user", "service-user", "network-admin"];

type About = "nothing" | "self" | "a user" | "an admin" | "the super admin" | "nobody";

interface Rule {
  endpoint: string;
  about: About;
  /** Who gets 200. */
  may: Who[];
  /** Who gets another answer than 403. */
  others?: Partial<Record<Who, number>>;
  input?: (target: Target) => CallInput;
}

interface Target {
  username: string;
  sessionId: string;
  tokenId: string;
}

const inPath = ({ username }: Target): CallInput => ({ params: { username } });
const inQuery = ({ username }: Target): CallInput => ({ query: { username } });
const inPathWith =
  (body: unknown) =>
  ({ username }: Target): CallInput => ({ params: { username }, body });
const unknownFor = (who: Who[]) => Object.fromEntries(who.map((each) => [each, 404]));

/** Of the specification of the API: the column "who", and the rules 4 to 7, 13, 16 and 38 about targets. */
const rules: Rule[] = [
  { endpoint: "GET /api/users", about: "nothing", may: readers },
  { endpoint: "GET /api/v2/users", about: "nothing", may: readers },
  ...reading("GET /api/users/{username}", inPath),
  ...reading("GET /api/v1/users", inQuery),
  {
    endpoint: "POST /api/users/{username}",
    about: "nobody",
    may: staff,
    input: inPathWith({ password: PASSWORD, platform_role_id: "service-user" }),
  },
  { ...update("self"), may: anyUser },
  { ...update("a user"), may: staff },
  { ...update("an admin"), may: owners },
  { ...update("the super admin"), may: [] },
  { ...update("nobody"), may: [], others: unknownFor(staff) },
  ...changing("DELETE /api/users/{username}", inPath),
  ...changing("POST /api/users/{username}/disable", inPath),
  ...changing("POST /api/users/{username}/enable", inPath),
  { ...bulk("DELETE /api/v1/users/bulk"), may: staff },
  { ...bulk("POST /api/v1/users/bulk/status"), may: staff },
  {
    endpoint: "POST /api/users/adm/transfersuperadmin/{username}",
    about: "an admin",
    may: ["super-admin"],
    input: inPath,
  },
  {
    endpoint: "POST /api/users/adm/transfersuperadmin/{username}",
    about: "a user",
    may: [],
    others: { "super-admin": 409 },
    input: inPath,
  },
  {
    endpoint: "POST /api/users/adm/transfersuperadmin/{username}",
    about: "nobody",
    may: [],
    others: { "super-admin": 404 },
    input: inPath,
  },
  { ...identity("self"), may: anyUser },
  { ...identity("a user"), may: [] },
  { ...identity("nobody"), may: [] },
  ...ownOnly("GET /api/users/{username}/settings", inPath),
  ...ownOnly("PUT /api/users/{username}/settings", inPathWith({ theme: "dark" })),
  ...sessions("POST /api/v1/users/logout"),
  ...sessions("GET /api/v1/users/sessions"),
  ...sessions("DELETE /api/v1/users/sessions"),
  ...changing("GET /api/v1/users/throttle", inQuery),
  ...changing("DELETE /api/v1/users/throttle", inQuery),
  { ...oneSession("self"), may: anyUser },
  {
    ...oneSession("a user"),
    may: staff,
    others: unknownFor(nonAdmins),
  },
  {
    ...oneSession("an admin"),
    may: owners,
    others: unknownFor(nonAdmins),
  },
  {
    ...oneSession("the super admin"),
    may: [],
    others: unknownFor(nonAdmins),
  },
  { ...oneSession("nobody"), may: [], others: unknownFor([...known]) },
  ...reading("GET /api/v1/users/access_token", inQuery),
  ...newToken(),
  { ...oneToken("self"), may: anyUser },
  { ...oneToken("a user"), may: staff, others: unknownFor(nonAdmins) },
  { ...oneToken("an admin"), may: owners, others: unknownFor(nonAdmins) },
  { ...oneToken("the super admin"), may: [], others: unknownFor(nonAdmins) },
  { ...oneToken("nobody"), may: [], others: unknownFor([...known]) },
  { endpoint: "GET /api/v2/users/access_tokens", about: "nothing", may: readers },
  { endpoint: "GET /api/v1/audit", about: "nothing", may: [...known] },
  { endpoint: "GET /api/server/settings", about: "nothing", may: readers },
  {
    endpoint: "PUT /api/server/settings",
    about: "nothing",
    may: staff,
    input: () => ({ body: { invite_days: 8 } }),
  },
];

function reading(endpoint: string, input: Rule["input"]): Rule[] {
  return [
    { endpoint, about: "self", may: anyUser, input },
    { endpoint, about: "a user", may: readers, input },
    { endpoint, about: "the super admin", may: readers, input },
    { endpoint, about: "nobody", may: [], others: unknownFor(readers), input },
  ];
}

function ownOnly(endpoint: string, input: Rule["input"]): Rule[] {
  const others = ["a user", "an admin", "the super admin", "nobody"] as const;
  return [
    { endpoint, about: "self", may: anyUser, input },
    ...others.map((about) => ({ endpoint, about, may: [], input })),
  ];
}

function update(about: About): Omit<Rule, "may"> {
  const input = inPathWith({ display_name: "Changed" });
  return { endpoint: "PUT /api/users/{username}", about, input };
}

function changing(endpoint: string, input: Rule["input"]): Rule[] {
  return [
    { endpoint, about: "self", may: [], input },
    { endpoint, about: "a user", may: staff, input },
    { endpoint, about: "an admin", may: owners, input },
    { endpoint, about: "the super admin", may: [], input },
    { endpoint, about: "nobody", may: [], others: unknownFor(staff), input },
  ];
}

function bulk(endpoint: string): Omit<Rule, "may"> {
  const input = ({ username }: Target) => ({ body: { ids: [username], disable: true } });
  return { endpoint, about: "a user", input };
}

function identity(about: About): Omit<Rule, "may"> {
  const input = inPathWith({ password: PASSWORD });
  return { endpoint: "POST /api/users/{username}/validate-identity", about, input };
}

function sessions(endpoint: string): Rule[] {
  return [
    { endpoint, about: "self", may: anyUser, input: inQuery },
    { endpoint, about: "a user", may: staff, input: inQuery },
    { endpoint, about: "an admin", may: owners, input: inQuery },
    { endpoint, about: "the super admin", may: [], input: inQuery },
    { endpoint, about: "nobody", may: [], others: unknownFor(staff), input: inQuery },
  ];
}

function oneSession(about: About): Omit<Rule, "may"> {
  const input = ({ sessionId }: Target) => ({ query: { id: sessionId } });
  return { endpoint: "DELETE /api/v1/users/session", about, input };
}

function newToken(): Rule[] {
  const endpoint = "POST /api/v1/users/access_token";
  const input = ({ username }: Target) => ({ body: { user_name: username, name: "laptop" } });
  return [
    { endpoint, about: "self", may: anyUser, input },
    { endpoint, about: "a user", may: staff, input },
    { endpoint, about: "an admin", may: owners, input },
    { endpoint, about: "the super admin", may: [], input },
    { endpoint, about: "nobody", may: [], others: unknownFor(staff), input },
  ];
}

function oneToken(about: About): Omit<Rule, "may"> {
  const input = ({ tokenId }: Target) => ({ query: { id: tokenId } });
  return { endpoint: "DELETE /api/v1/users/access_token", about, input };
}

/** Endpoints that ask nobody who he is, and what they answer in a world that has a super admin. */
const open: { endpoint: string; status: number; input?: () => CallInput }[] = [
  { endpoint: "GET /api/users/adm/hassuperadmin", status: 200 },
  { endpoint: "GET /api/users/adm/hasadmin", status: 200 },
  { endpoint: "GET /api/openapi.json", status: 200 },
  { endpoint: "GET /api/health", status: 200 },
  { endpoint: "GET /api/ready", status: 200 },
  {
    endpoint: "POST /api/users/adm/createsuperadmin",
    status: 409,
    input: () => ({ body: { username: uniqueName(), password: PASSWORD } }),
  },
  {
    endpoint: "POST /api/users/adm/authenticate",
    status: 401,
    input: () => ({ body: { username: uniqueName(), password: PASSWORD } }),
  },
];

let handlers: ReadonlyMap<string, RouteHandler>;
let superAdmin: string;

beforeAll(async () => {
  handlers = await loadHandlers();
  superAdmin = (await aUser({ role: "super-admin" })).username;
});

afterEach(async () => {
  await database().pool.query(
    `UPDATE "User" SET "platformRoleId" = 'admin' WHERE "platformRoleId" = 'super-admin' AND "username" <> $1`,
    [superAdmin],
  );
  await database().pool.query(
    `UPDATE "User" SET "platformRoleId" = 'super-admin' WHERE "username" = $1`,
    [superAdmin],
  );
});

function handlerOf(endpoint: string): RouteHandler {
  const handler = handlers.get(endpoint);
  if (!handler) throw new Error(`There is no ${endpoint}.`);
  return handler;
}

function caller(who: Who): Promise<Caller & Partial<TestActor>> {
  if (who === "master-key") return Promise.resolve(masterKey);
  if (who !== "network-admin") return anActor(who, { hasSudo: true });
  return anActor("platform-user", { hasSudo: true, groups: [ADMIN_GROUP] });
}

const hourAgo = new Date(Date.now() - 3_600_000);

const strangerMakers: Record<Stranger, () => Promise<Caller>> = {
  anonymous: () => Promise.resolve(anonymous),
  nonsense: () => Promise.resolve(bearer("nonsense")),
  "disabled user": () => anActor("admin", { isDisabled: true }),
  "disabled user's API token": async () =>
    anAccessToken(await aUser({ role: "admin", isDisabled: true })),
  "expired session": async () => aSession(await aUser({ role: "admin" }), { expiresAt: hourAgo }),
  "expired API token": async () =>
    anAccessToken(await aUser({ role: "admin" }), { expiresAt: hourAgo }),
  "deleted user": async () => {
    const actor = await anActor("admin");
    await database().prisma.user.delete({ where: { id: actor.id } });
    return actor;
  },
};

const NO_ID = "0190f5a0-0000-7000-8000-000000000000";

async function targetOf(about: About, actor: Caller & Partial<TestActor>): Promise<Target> {
  const { id, username, sessionId } = await targetActor(about, actor);
  if (id === undefined || username === undefined || sessionId === undefined) {
    return { username: uniqueName("nobody"), sessionId: NO_ID, tokenId: NO_ID };
  }
  return { username, sessionId, tokenId: (await anAccessToken({ id, username })).tokenId };
}

async function targetActor(about: About, actor: Partial<TestActor>): Promise<Partial<TestActor>> {
  if (about === "self") return actor;
  if (about === "a user") return anActor("platform-user");
  if (about === "an admin") return anActor("admin");
  return about === "the super admin" ? anActor("super-admin") : {};
}

interface Call {
  who: string;
  route: RouteHandler;
  actor: Caller;
  input: CallInput | undefined;
  expected: number;
}

async function callOf({ endpoint, about, may, others, input }: Rule, who: Who): Promise<Call> {
  const actor = await caller(who);
  const expected = may.includes(who) ? 200 : (others?.[who] ?? 403);
  const target = await targetOf(about, actor);
  return { who, route: handlerOf(endpoint), actor, input: input?.(target), expected };
}

function appliesTo({ about }: Rule, who: Who): boolean {
  if (about === "self") return who !== "master-key";
  return !(about === "the super admin" && who === "super-admin");
}

function isChange({ route, expected }: Call): boolean {
  return route.contract.method !== "GET" && expected === 200;
}

async function call(calls: Call[]): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {};
  for (const { who, route, actor, input } of calls) {
    statuses[who] = (await callAs(actor, route, input)).status;
  }
  return statuses;
}

/** Those that must change nothing first, and a look at the database around them. */
async function statusesOf(calls: Call[]): Promise<Record<string, number>> {
  const before = await fingerprint();
  const harmless = await call(calls.filter((each) => !isChange(each)));
  expect(await fingerprint(), "nothing has changed").toBe(before);
  return { ...harmless, ...(await call(calls.filter(isChange))) };
}

function expectedOf(calls: Call[]): Record<string, number> {
  return Object.fromEntries(calls.map(({ who, expected }) => [who, expected]));
}

describe("who may call what", () => {
  test.each(rules)("$endpoint about $about", async (rule) => {
    const callers = known.filter((who) => appliesTo(rule, who));
    const calls = await Promise.all(callers.map((who) => callOf(rule, who)));
    expect(await statusesOf(calls)).toEqual(expectedOf(calls));
  });

  test.each(rules)(
    "$endpoint about $about refuses who does not prove who he is",
    async ({ endpoint, about, input }) => {
      const target = await targetOf(about === "self" ? "a user" : about, anonymous);
      const calls = await Promise.all(
        strangers.map(async (who) => ({
          who,
          route: handlerOf(endpoint),
          actor: await strangerMakers[who](),
          input: input?.(target),
          expected: 401,
        })),
      );
      expect(await statusesOf(calls)).toEqual(expectedOf(calls));
    },
  );

  test.each(open)("$endpoint asks nobody who he is", async ({ endpoint, status, input }) => {
    const makers = [
      ...known.map((who) => ({ who, make: () => caller(who) })),
      ...strangers.map((who) => ({ who, make: strangerMakers[who] })),
    ];
    const calls = await Promise.all(
      makers.map(async ({ who, make }) => ({
        who,
        route: handlerOf(endpoint),
        actor: await make(),
        input: input?.(),
        expected: status,
      })),
    );
    expect(await call(calls)).toEqual(expectedOf(calls));
  });

  test("the table names every endpoint", () => {
    const named = [...rules, ...open].map(({ endpoint }) => endpoint);
    expect([...new Set(named)].sort()).toEqual([...handlers.keys()].sort());
  });
});

describe("actions that need a recent identity check", () => {
  test("are refused to a session that has none", async () => {
    const actor = await anActor("super-admin");
    const { username } = await aUser({ role: "admin" });
    const before = await fingerprint();
    const called = await callAs(
      actor,
      handlerOf("POST /api/users/adm/transfersuperadmin/{username}"),
      { params: { username } },
    );
    expect(called.status).toBe(403);
    expect(called.problem.Message).toMatch(/^identity check required/);
    expect(await fingerprint()).toBe(before);
  });

  test("are refused to an API token", async () => {
    const token = await anAccessToken(await aUser({ role: "super-admin" }));
    const { username } = await aUser({ role: "admin" });
    const called = await callAs(
      token,
      handlerOf("POST /api/users/adm/transfersuperadmin/{username}"),
      { params: { username } },
    );
    expect(called.status).toBe(403);
    expect(called.problem.Message).toMatch(/^identity check required/);
  });
});

describe("the session", () => {
  test("of a user is refused from the moment on which its row is gone", async () => {
    const actor = await anActor("auditor");
    const route = handlerOf("GET /api/users/{username}");
    const input = { params: { username: actor.username } };
    expect((await callAs(actor, route, input)).status).toBe(200);
    await database().prisma.session.delete({ where: { id: actor.sessionId } });
    expect((await callAs(actor, route, input)).status).toBe(401);
  });

  test("carries the role that the user has at this moment", async () => {
    const actor = await anActor("service-user");
    const session = await aSession(actor);
    const route = handlerOf("GET /api/v2/users");
    expect((await callAs(session, route)).status).toBe(403);
    await database().prisma.user.update({
      where: { id: actor.id },
      data: { platformRoleId: "auditor" },
    });
    expect((await callAs(session, route)).status).toBe(200);
  });
});
