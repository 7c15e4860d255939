// Compares pages with what a plain filter and sort of the whole table give, with enough users for every way of
// finding a page, and counts statements.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { foldCase } from "@/lib/fold";
import { database } from "@/lib/db/client";
import { EXACT_TOTAL } from "@/lib/db/paging";
import { env } from "@/lib/env";
import { platformRoles } from "@/lib/permissions";
import { statementsOf } from "@/lib/testing/observe";
import { seed } from "@/scripts/seed/seed.mjs";
import { findAll, findPage } from "@/lib/user/page-repository";
import { userListQuery, type UserListQuery } from "@/lib/user/schema";
import { authTypes, userSorts } from "@/lib/user/values";

const USERS = 41_000;
const now = new Date();

interface Listed {
  username: string;
  displayNameLower: string;
  platformRoleId: string;
  authType: string;
  isDisabled: boolean;
  isMfaEnabled: boolean;
  lastLoginAt: Date;
  createdAt: Date;
  groupIds: string[];
  /** Those that a group grants something on, or that a gateway is attached in. */
  networkIds: string[];
}

let everyone: Listed[];

beforeAll(async () => {
  await seed(env().DATABASE_URL, { users: USERS, log: () => undefined });
  const { rows } = await database().pool.query<Listed>(`
    SELECT u.*, m."groupIds", m."networkIds" || ARRAY(
      SELECT a."networkId" FROM "GatewayAttachment" a WHERE a."userId" = u."id") AS "networkIds"
    FROM "User" u CROSS JOIN LATERAL (
      SELECT array_agg(m."groupId") AS "groupIds", array_agg(n."id") AS "networkIds" FROM "GroupMember" m
      JOIN "GroupNetworkRole" g USING ("groupId") JOIN "Network" n ON n."id" = g."networkId" OR g."networkId" IS NULL
      WHERE m."userId" = u."id") m`);
  everyone = rows;
});

function query(given: Partial<UserListQuery> = {}): UserListQuery {
  return { ...userListQuery.parse({}), ...given };
}

const sortKeys: Record<UserListQuery["sort"], (user: Listed) => string | number> = {
  username: ({ username }) => username,
  display_name: ({ displayNameLower }) => displayNameLower,
  platform_role_id: ({ platformRoleId }) => platformRoleId,
  last_login_time: ({ lastLoginAt }) => lastLoginAt.getTime(),
  created_at: ({ createdAt }) => createdAt.getTime(),
};

/** By code units, which for these names is by bytes. */
function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function matches(user: Listed, { q, group, network, ...filters }: UserListQuery): boolean {
  const { role, account_status, mfa_status, auth_type } = filters;
  const term = foldCase(q ?? "");
  const isIn = (list: string[] | undefined, value: string) => !list || list.includes(value);
  return (
    (user.username.includes(term) || user.displayNameLower.includes(term)) &&
    isIn(role, user.platformRoleId) &&
    isIn(account_status, user.isDisabled ? "disabled" : "enabled") &&
    isIn(mfa_status, user.isMfaEnabled ? "enabled" : "disabled") &&
    isIn(auth_type, user.authType) &&
    (!group || user.groupIds.some((id) => group.includes(id))) &&
    (!network || user.networkIds.some((id) => network.includes(id)))
  );
}

/** Everyone in the order of a key, found once. */
const inOrder = new Map<UserListQuery["sort"], Listed[]>();

function everyoneBy(sort: UserListQuery["sort"]): Listed[] {
  const keyOf = sortKeys[sort];
  const sorted =
    inOrder.get(sort) ??
    everyone.toSorted((a, b) => compare(keyOf(a), keyOf(b)) || compare(a.username, b.username));
  inOrder.set(sort, sorted);
  return sorted;
}

function plainly(wanted: UserListQuery) {
  const matching = everyoneBy(wanted.sort).filter((user) => matches(user, wanted));
  if (wanted.order === "desc") matching.reverse();
  const start = (wanted.page - 1) * wanted.per_page;
  const page = matching.slice(start, start + wanted.per_page).map(({ username }) => username);
  return { page, total: matching.length };
}

const some = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
/** @param times that it is there, for each time that it is not */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, times = 1) =>
  fc.oneof({ arbitrary, weight: times * 10 }, { arbitrary: fc.constant(undefined), weight: 10 });
const terms = [
  "a",
  "q",
  "qz",
  "an",
  "th",
  "com",
  "ANN",
  "rossi",
  "Müller",
  "裕子",
  "aoi.yamamoto3",
];
const traps = ["zzz", "%", "_", "o'b", ".", "\\", "e.g", "@ex", "  "];

const groups = [
  "demo-remote-workers",
  "demo-contractors",
  "demo-engineering-berlin",
  "global-network-admin-grp",
  "none",
];
const networks = ["headquarters", "lisbon-office", "milan-office", "no-such-network"];

const anyQuery: fc.Arbitrary<UserListQuery> = fc.record({
  page: fc.oneof(
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 1, max: 1000 }),
    fc.constant(10 ** 9),
  ),
  per_page: fc.constantFrom(1, 10, 50, 500),
  q: maybe(fc.constantFrom(...terms, ...traps)),
  role: maybe(some(...platformRoles), 0.5),
  account_status: maybe(some("enabled" as const, "disabled" as const), 0.5),
  mfa_status: maybe(some("enabled" as const, "disabled" as const), 0.5),
  auth_type: maybe(some(...authTypes), 0.5),
  group: maybe(some(...groups), 0.3),
  network: maybe(some(...networks), 0.3),
  sort: fc.constantFrom(...userSorts),
  order: fc.constantFrom("asc" as const, "desc" as const),
});

async function expectPlainPage(wanted: UserListQuery): Promise<void> {
  const expected = plainly(wanted);
  const found = await findPage(database().prisma, wanted, now);
  expect(found.data.map(({ username }) => username)).toEqual(expected.page);
  if (found.total_is_estimate) {
    expect(expected.total).toBeGreaterThan(EXACT_TOTAL);
    expect(found.total).toBeGreaterThan(EXACT_TOTAL);
  } else {
    expect(found.total).toBe(expected.total);
  }
}

describe("a page of users", () => {
  it("is the one that a plain filter and sort give, whatever is asked for", async () => {
    await fc.assert(fc.asyncProperty(anyQuery, expectPlainPage), { numRuns: 60 });
  }, 240_000);

  it.each(userSorts)("is right deep in the whole list by %s, in both directions", async (sort) => {
    for (const order of ["asc", "desc"] as const) {
      await expectPlainPage(query({ sort, order, page: 450, per_page: 50 }));
    }
  });

  it("counts to the last user up to 10,000", async () => {
    const last = plainly(query({ auth_type: ["oauth"] })).total;
    expect(last).toBeLessThanOrEqual(EXACT_TOTAL);
    expect(await findPage(database().prisma, query({ auth_type: ["oauth"] }), now)).toMatchObject({
      total: last,
    });
  });

  it("counts everybody, however many there are", async () => {
    const page = await findPage(database().prisma, query(), now);
    expect(page.total).toBe(USERS);
    expect(page).not.toHaveProperty("total_is_estimate");
  });

  it("estimates above 10,000 of those that match, and says so", async () => {
    const enabled = query({ account_status: ["enabled"] });
    const { total, total_is_estimate } = await findPage(database().prisma, enabled, now);
    expect(total_is_estimate).toBe(true);
    const match = plainly(enabled).total;
    expect(Math.abs(total - match)).toBeLessThan(match / 10);
  });

  it("takes the same number of statements for one row as for many", async () => {
    const ofOne = await statementsOf(() =>
      findPage(database().prisma, query({ per_page: 1 }), now),
    );
    const ofMany = await statementsOf(() =>
      findPage(database().prisma, query({ per_page: 500 }), now),
    );
    expect(ofMany).toHaveLength(ofOne.length);
  });
});

describe("whoever is in a group, or reaches a network", () => {
  /** So many groups of up to 10,000 people that they have more of them together. */
  async function groupsOfManyTogether(): Promise<string[]> {
    const { rows } = await database().pool.query<{ id: string; upTo: number }>(
      `SELECT "id", sum("memberCount") OVER (ORDER BY "memberCount" DESC, "id")::int AS "upTo"
       FROM "Group" WHERE "memberCount" BETWEEN 1 AND $1`,
      [EXACT_TOTAL],
    );
    const enough = rows.findIndex(({ upTo }) => upTo > 1.5 * EXACT_TOTAL);
    return rows.slice(0, enough + 1).map(({ id }) => id);
  }

  it.each(userSorts)("is on the right page by %s, near and far", async (sort) => {
    const together = { group: await groupsOfManyTogether() };
    for (const holding of [...groups.map((id) => ({ group: [id] })), together]) {
      for (const order of ["asc", "desc"] as const) {
        for (const page of [1, 7, 150]) {
          await expectPlainPage(query({ ...holding, sort, order, page, per_page: 50 }));
        }
      }
    }
    for (const id of networks) {
      for (const page of [1, 60]) await expectPlainPage(query({ network: [id], sort, page }));
    }
  });

  it("is counted exactly where no group alone has too many, on every page", async () => {
    const wanted = query({ group: await groupsOfManyTogether() });
    const { total } = plainly(wanted);
    expect(total).toBeGreaterThan(EXACT_TOTAL);
    for (const page of [1, Math.ceil(total / wanted.per_page), 10 ** 6]) {
      const found = await findPage(database().prisma, { ...wanted, page }, now);
      expect(found.total).toBe(total);
      expect(found).not.toHaveProperty("total_is_estimate");
    }
  });

  it("is in an export once, in order", async () => {
    const wanted = query({ group: await groupsOfManyTogether(), sort: "created_at" });
    const found: string[] = [];
    for await (const users of findAll(database().prisma, wanted, now)) {
      found.push(...users.map(({ username }) => username));
    }
    expect(found).toEqual(plainly({ ...wanted, page: 1, per_page: USERS }).page);
  });
});

describe("where statistics are out of date", () => {
  it("a page is right although many more match than was thought", async () => {
    await database().pool.query(`UPDATE "User" SET "isDisabled" = TRUE WHERE "username" < 'f'`);
    for (const user of everyone) if (user.username < "f") user.isDisabled = true;
    const { total } = plainly(query({ account_status: ["disabled"] }));
    expect(total).toBeGreaterThan(EXACT_TOTAL);
    for (const page of [1, 200, 201, 240]) {
      await expectPlainPage(query({ account_status: ["disabled"], page, per_page: 50 }));
    }
  });

  it("a total is counted once so many rows have changed that it could be small", async () => {
    const { pool } = database();
    await pool.query(`DELETE FROM "ClientConfig"; DELETE FROM "User" WHERE "username" > 'c'`);
    await pool.query("SELECT pg_stat_force_next_flush()");
    everyone = everyone.filter(({ username }) => username <= "c");
    inOrder.clear();
    expect(everyone.length).toBeLessThan(EXACT_TOTAL);
    await expectPlainPage(query());
  });
});
