// A world of its own: whole lists, their order, their size, and what they cost.
import { beforeAll, describe, expect, test } from "vitest";
import { GET as list } from "@/app/api/users/route";
import { GET as page } from "@/app/api/v2/users/route";
import { database } from "@/lib/db/client";
import type { PlatformRole } from "@/lib/permissions";
import { callAs, requestFor, type CallInput } from "@/lib/testing/call-as";
import { aGroup, anAccessToken, aUser, masterKey } from "@/lib/testing/factories";
import { statementsOf } from "@/lib/testing/observe";

let group: string;

/** Names in byte order. */
const people = [
  "0zero",
  "_under",
  "a-b",
  "a.b",
  "a_b",
  "aab",
  "ab",
  "bob@example.com",
  "percent100",
  "zed",
].map((name) => (name.length < 3 ? `${name}x` : name));

interface Person {
  displayName: string;
  role: PlatformRole;
  isDisabled?: boolean;
  isMfaEnabled?: boolean;
  authType?: "basic_auth" | "oauth";
}

const details: Record<string, Person> = {
  "0zero": { displayName: "Ünal Zero", role: "admin" },
  _under: { displayName: "100% Café", role: "auditor", isDisabled: true },
  "a-b": { displayName: "back\\slash", role: "auditor", isMfaEnabled: true },
  "a.b": { displayName: 'O\'Neil "q"', role: "platform-user", authType: "oauth" },
  a_b: { displayName: "under_score", role: "service-user" },
  aab: { displayName: "", role: "service-user", isDisabled: true, isMfaEnabled: true },
  abx: { displayName: "Straße", role: "platform-user" },
  "bob@example.com": { displayName: "Bob", role: "platform-user", authType: "oauth" },
  percent100: { displayName: "1000 things", role: "service-user" },
  zed: { displayName: "zed", role: "super-admin" },
};

beforeAll(async () => {
  group = await aGroup();
  const base = Date.parse("2026-01-01T00:00:00Z");
  for (const [at, name] of [...people.entries()].reverse()) {
    await aUser({
      username: name,
      ...details[name],
      groups: at % 2 === 0 ? [group] : [],
      // Every two have the same times, so that the tie-break shows.
      createdAt: new Date(base + Math.floor(at / 2) * 1000),
      lastLoginAt: new Date(base - Math.floor(at / 2) * 1000),
    });
  }
});

async function pageOf(query: CallInput["query"]) {
  return (await callAs(masterKey, page, query === undefined ? {} : { query })).payload;
}

async function namesOf(query: Exclude<CallInput["query"], string | undefined>) {
  const { data, total } = await pageOf({ per_page: 500, ...query });
  expect(total).toBe(data.length);
  return data.map(({ username }) => username);
}

describe("GET /api/users", () => {
  test("lists everybody in byte order of the name", async () => {
    const { payload } = await callAs(masterKey, list);
    expect(payload.map(({ username }) => username)).toEqual(people);
  });

  test("lists each user as the single endpoint shows it", async () => {
    const { payload } = await callAs(masterKey, list);
    const { data } = await pageOf({ per_page: 500 });
    expect(payload).toEqual(data);
  });
});

describe("GET /api/v2/users", () => {
  test("starts with ten users by name", async () => {
    await aUser({ username: "zz-eleventh" });
    try {
      const answer = await pageOf({});
      expect(answer.data.map(({ username }) => username)).toEqual(people);
      expect(answer).toMatchObject({ page: 1, per_page: 10, total: 11, total_pages: 2 });
      expect(answer).not.toHaveProperty("total_is_estimate");
    } finally {
      await database().prisma.user.delete({ where: { username: "zz-eleventh" } });
    }
  });

  test("beyond the end is empty and still tells the total", async () => {
    expect(await pageOf({ page: 99 })).toEqual({
      data: [],
      page: 99,
      per_page: 10,
      total: 10,
      total_pages: 1,
    });
  });

  test("counts the API tokens that have not expired", async () => {
    const user = await database().prisma.user.findUniqueOrThrow({ where: { username: "zed" } });
    await anAccessToken(user);
    await anAccessToken(user, { expiresAt: new Date(Date.now() - 1000) });
    const { data } = await pageOf({ q: "zed" });
    expect(data[0]?.num_access_tokens).toBe(1);
  });

  test.each(["username", "display_name", "platform_role_id", "last_login_time", "created_at"])(
    "sorted by %s shows everybody once over all its pages, both ways",
    async (sort) => {
      for (const order of ["asc", "desc"]) {
        const all = await namesOf({ sort, order });
        expect([...all].sort()).toEqual([...people].sort());
        const pages = [];
        for (let at = 1; at <= 4; at += 1) {
          pages.push(...(await pageOf({ sort, order, per_page: 3, page: at })).data);
        }
        expect(pages.map(({ username }) => username)).toEqual(all);
      }
    },
  );

  test.each([
    ["username", {}, people],
    ["created_at", {}, people],
    [
      "last_login_time",
      {},
      [
        "percent100",
        "zed",
        "abx",
        "bob@example.com",
        "a_b",
        "aab",
        "a-b",
        "a.b",
        "0zero",
        "_under",
      ],
    ],
    [
      "display_name",
      {},
      [
        "aab",
        "_under",
        "percent100",
        "a-b",
        "bob@example.com",
        "a.b",
        "abx",
        "0zero",
        "a_b",
        "zed",
      ],
    ],
  ])("sorted by %s is in this order", async (sort, query, names) => {
    expect(await namesOf({ sort, ...query })).toEqual(names);
  });

  const filters: [string, Exclude<CallInput["query"], string | undefined>, string[]][] = [
    ["one role", { role: "auditor" }, ["_under", "a-b"]],
    ["two roles", { role: ["auditor", "admin"] }, ["0zero", "_under", "a-b"]],
    ["disabled", { account_status: "disabled" }, ["_under", "aab"]],
    ["both states", { account_status: ["enabled", "disabled"] }, people],
    ["MFA on", { mfa_status: "enabled" }, ["a-b", "aab"]],
    ["single sign-on", { auth_type: "oauth" }, ["a.b", "bob@example.com"]],
    ["role and state", { role: "auditor", account_status: "enabled" }, ["a-b"]],
    [
      "four filters that fit nobody",
      { role: "admin", account_status: "disabled", mfa_status: "enabled", auth_type: "oauth" },
      [],
    ],
    ["an unknown group", { group: "no-such" }, []],
    ["a network, of which there is none", { network: "office" }, []],
    ["text in the name", { q: "BOB@ex" }, ["bob@example.com"]],
    ["text in the display name, whatever its case", { q: "ÜNAL" }, ["0zero"]],
    ["a percent sign", { q: "100%" }, ["_under"]],
    ["an underscore", { q: "r_s" }, ["a_b"]],
    ["a backslash", { q: "\\" }, ["a-b"]],
    ["a quote", { q: "o'neil" }, ["a.b"]],
    ["a double quote", { q: '"q"' }, ["a.b"]],
    ["one letter", { q: "z" }, ["0zero", "zed"]],
    ["a sharp s", { q: "straße" }, ["abx"]],
    ["a sharp s written out", { q: "STRASSE" }, ["abx"]],
    ["an accent", { q: "café" }, ["_under"]],
    ["an accent in the other Unicode form", { q: "cafe\u0301" }, ["_under"]],
    ["no accent where the name has one", { q: "CAFE" }, ["_under"]],
    ["an accent where the name has none", { q: "zèd" }, ["zed"]],
    ["nothing that exists", { q: "no such person" }, []],
    ["an empty text", { q: "" }, people],
    ["text over both names, which is no match", { q: "zedzed" }, []],
    ["text and role", { q: "a", role: "auditor" }, ["_under", "a-b"]],
  ];
  test.each(filters)("filtered by %s", async (_, query, names) => {
    expect(await namesOf(query)).toEqual(names);
  });

  test("filtered by group shows its members", async () => {
    const members = people.filter((_, at) => at % 2 === 0);
    expect(await namesOf({ group })).toEqual(members);
    expect(await namesOf({ group: [group, "no-such"], role: "admin" })).toEqual(["0zero"]);
  });

  test.each([
    "page=0",
    "page=-1",
    "page=x",
    "page=1.5",
    "page=",
    "page=1e3",
    "page=99999999999",
    "per_page=0",
    "per_page=501",
    "per_page=x",
    "sort=password",
    "sort=",
    "order=up",
    "role=boss",
    "role=admin&role=boss",
    "account_status=on",
    "mfa_status=true",
    "auth_type=saml",
  ])("with %s is refused and names the key", async (query) => {
    const called = await callAs(masterKey, page, { query });
    expect(called.status).toBe(400);
    expect(called.badPaths.map((path) => path.split(".")[0])).toEqual([query.split("=")[0]]);
  });

  test.each(["page=1000000000&per_page=500", "per_page=500", `q=${"x".repeat(5000)}`])(
    "with %s works",
    async (query) => {
      expect((await callAs(masterKey, page, { query })).status).toBe(200);
    },
  );
});

describe("with 12,500 users", () => {
  beforeAll(async () => {
    await database().pool.query(
      `INSERT INTO "User" ("id", "username", "displayName", "displayNameLower", "platformRoleId", "createdBy")
       SELECT gen_random_uuid(), 'crowd-' || lpad(n::text, 5, '0'), 'Member ' || n, 'member ' || n, 'service-user', 'test'
       FROM generate_series(1, 12500) n`,
    );
    await database().pool.query(`ANALYZE "User"`);
  });

  test("GET /api/users streams all of them in order, as valid JSON", async () => {
    const { payload } = await callAs(masterKey, list);
    expect(payload).toHaveLength(12_510);
    const names = payload.map(({ username }) => username);
    expect(names).toEqual(
      [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    );
  });

  test("GET /api/users that fails in the middle breaks off", async () => {
    const response = await list(requestFor(list.contract, masterKey, {}));
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(first?.done).toBe(false);
    await database().pool.query(`ALTER TABLE "User" RENAME TO "Hidden"`);
    try {
      const rest = async () => {
        while ((await reader?.read())?.done === false);
      };
      await expect(rest()).rejects.toThrow();
    } finally {
      await database().pool.query(`ALTER TABLE "Hidden" RENAME TO "User"`);
    }
  });

  test("the total of everybody is exact", async () => {
    const answer = await pageOf({ per_page: 50 });
    expect(answer.total).toBe(await database().prisma.user.count());
    expect(answer.total_pages).toBe(Math.ceil(answer.total / 50));
    expect(answer).not.toHaveProperty("total_is_estimate");
  });

  test("a total over 10,000 of one filter says that it is an estimate", async () => {
    const answer = await pageOf({ role: "service-user" });
    expect(answer.total_is_estimate).toBe(true);
    expect(answer.total).toBeGreaterThan(10_000);
  });

  test("a total up to 10,000 is exact", async () => {
    const answer = await pageOf({ q: "crowd-0" });
    expect(answer.total).toBe(9_999);
    expect(answer).not.toHaveProperty("total_is_estimate");
  });

  test("a page deep in a filtered list continues where the one before ended", async () => {
    const deep = { role: "service-user", per_page: 500 };
    const [fifth, sixth] = [await pageOf({ ...deep, page: 5 }), await pageOf({ ...deep, page: 6 })];
    const all = (await callAs(masterKey, list)).payload
      .filter(({ platform_role_id: role }) => role === "service-user")
      .map(({ username }) => username);
    expect(fifth.data.map(({ username }) => username)).toEqual(all.slice(2000, 2500));
    expect(sixth.data.map(({ username }) => username)).toEqual(all.slice(2500, 3000));
  });

  test("a page of 500 takes as many statements as a page of one", async () => {
    const one = await statementsOf(() => pageOf({ per_page: 1, q: "crowd-0" }));
    const many = await statementsOf(() => pageOf({ per_page: 500, q: "crowd-0" }));
    expect(many).toHaveLength(one.length);
  });

  test("the whole list takes one statement per 1,000 users", async () => {
    const statements = await statementsOf(() => callAs(masterKey, list));
    expect(statements).toHaveLength(13);
  });
});
