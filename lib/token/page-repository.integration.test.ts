// Compares pages with what a plain filter and sort of the whole table give.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as page } from "@/app/api/v2/users/access_tokens/route";
import { foldCase } from "@/lib/fold";
import { database } from "@/lib/db/client";
import { EXACT_TOTAL } from "@/lib/db/paging";
import { env } from "@/lib/env";
import { callAs } from "@/lib/testing/call-as";
import { anAccessToken, anActor, aUser, uniqueName } from "@/lib/testing/factories";
import { statementsOf } from "@/lib/testing/observe";
import { seed } from "@/scripts/seed/seed.mjs";
import { findPage } from "./page-repository";
import { tokenListQuery, type TokenListQuery } from "./schema";
import { tokenSorts, tokenStates, type TokenState } from "./values";

interface Stored {
  id: string;
  nameLower: string;
  username: string;
  isDisabled: boolean;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

const now = new Date();
const DAY_MS = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
let all: Stored[];

beforeAll(async () => {
  await seed(env().DATABASE_URL, { users: 45_000, log: () => undefined });
  const { rows } = await database().pool.query<Stored>(
    `SELECT t.*, u."username", u."isDisabled" FROM "AccessToken" t JOIN "User" u ON u."id" = t."userId"`,
  );
  all = rows;
});

const isIn: Record<TokenState, (token: Stored) => boolean> = {
  active: ({ expiresAt, isDisabled }) => expiresAt > now && !isDisabled,
  expired: ({ expiresAt }) => expiresAt <= now,
  expiring: ({ expiresAt }) => expiresAt > now && expiresAt <= daysAgo(-14),
  unused: ({ createdAt, lastUsedAt }) => createdAt <= daysAgo(90) && lastUsedAt <= daysAgo(90),
  owner_disabled: ({ isDisabled }) => isDisabled,
};

const sortKeys: Record<(typeof tokenSorts)[number], (token: Stored) => string | number> = {
  created_at: ({ createdAt }) => createdAt.getTime(),
  expires_at: ({ expiresAt }) => expiresAt.getTime(),
  last_used: ({ lastUsedAt }) => lastUsedAt.getTime(),
  name: ({ nameLower }) => nameLower,
  user_name: ({ username }) => username,
};

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function plainly({ q = "", state, sort, order, page, per_page }: TokenListQuery) {
  const term = foldCase(q);
  const keyOf = sortKeys[sort ?? "created_at"];
  const sorted = all
    .filter(({ nameLower, username }) => nameLower.includes(term) || username.includes(term))
    .filter((token) => !state || state.some((each) => isIn[each](token)))
    .sort((a, b) => compare(keyOf(a), keyOf(b)) || compare(a.id, b.id));
  if ((order ?? (sort ? "asc" : "desc")) === "desc") sorted.reverse();
  const ids = sorted.slice((page - 1) * per_page, page * per_page).map(({ id }) => id);
  return { ids, total: sorted.length };
}

async function expectPlainPage(wanted: TokenListQuery): Promise<void> {
  const expected = plainly(wanted);
  const found = await findPage(database().prisma, wanted, now);
  expect(found.data.map(({ id }) => id)).toEqual(expected.ids);
  if (found.total_is_estimate) expect(expected.total).toBeGreaterThan(EXACT_TOTAL);
  else expect(found.total).toBe(expected.total);
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const terms = ["a", "terraform", "CI", "BACKUP s", "rossi", "com", "zzz", "%", "_", "\\", "'"];

const anyQuery: fc.Arbitrary<TokenListQuery> = fc.record({
  page: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constantFrom(1, 10 ** 9)),
  per_page: fc.constantFrom(1, 10, 50, 500),
  q: maybe(fc.constantFrom(...terms)),
  state: maybe(fc.uniqueArray(fc.constantFrom(...tokenStates), { minLength: 1 })),
  sort: maybe(fc.constantFrom(...tokenSorts)),
  order: maybe(fc.constantFrom("asc" as const, "desc" as const)),
});

describe("a page of all API tokens", () => {
  test("is the one that a plain filter and sort give, whatever is asked for", async () => {
    await fc.assert(fc.asyncProperty(anyQuery, expectPlainPage), { numRuns: 100 });
  }, 240_000);

  test.each(tokenStates)("that are %s is right and not empty", async (state) => {
    const wanted = { ...tokenListQuery.parse({}), state: [state] };
    expect(plainly(wanted).total).toBeGreaterThan(0);
    await expectPlainPage(wanted);
  });

  test("takes the same number of statements for one row as for many", async () => {
    const query = tokenListQuery.parse({});
    const ofOne = await statementsOf(() =>
      findPage(database().prisma, { ...query, per_page: 1 }, now),
    );
    const ofMany = await statementsOf(() =>
      findPage(database().prisma, { ...query, per_page: 500 }, now),
    );
    expect(ofMany).toHaveLength(ofOne.length);
  });
});

describe("GET /api/v2/users/access_tokens", () => {
  test("has the shape of the specification, newest first", async () => {
    const user = await aUser({ isDisabled: true });
    const { tokenId } = await anAccessToken(user, { name: uniqueName("Newest") });
    const { payload } = await callAs(await anActor("auditor"), page, { query: { per_page: 2 } });
    expect(payload).toMatchObject({ page: 1, per_page: 2 });
    expect(payload.data).toHaveLength(2);
    expect(payload.data[0]).toMatchObject({
      id: tokenId,
      user_name: user.username,
      owner_disabled: true,
    });
    expect(Object.keys(payload.data[0] ?? {})).toEqual([
      "id",
      "name",
      "user_name",
      "expires_at",
      "last_used",
      "created_by",
      "created_at",
      "owner_disabled",
    ]);
  });

  test("finds by the name of token and owner, whatever the case", async () => {
    const [auditor, user] = [await anActor("auditor"), await aUser()];
    const name = uniqueName("Straße");
    const { tokenId } = await anAccessToken(user, { name });
    for (const q of [name, name.toUpperCase().replace("SS", "ß"), user.username.toUpperCase()]) {
      const { payload } = await callAs(auditor, page, { query: { q } });
      expect(payload.data.map(({ id }) => id)).toEqual([tokenId]);
    }
  });

  test("is right about an owner who is disabled and enabled again", async () => {
    const [auditor, user] = [await anActor("auditor"), await aUser()];
    await anAccessToken(user);
    const query = { q: user.username, state: "owner_disabled" };
    const total = async () => (await callAs(auditor, page, { query })).payload.total;
    const set = (isDisabled: boolean) =>
      database().prisma.user.update({ where: { id: user.id }, data: { isDisabled } });
    expect(await total()).toBe(0);
    await set(true);
    expect(await total()).toBe(1);
    await set(false);
    expect(await total()).toBe(0);
  });

  test.each([
    ["state=gone", "state.0"],
    ["sort=token_hash", "sort"],
    ["order=up", "order"],
    ["per_page=0", "per_page"],
    ["per_page=501", "per_page"],
    ["page=x", "page"],
    ["sort=name&sort=name", "sort"],
  ])("refuses %s", async (query, path) => {
    const called = await callAs(await anActor("auditor"), page, { query });
    expect({ status: called.status, paths: called.badPaths }).toEqual({
      status: 400,
      paths: [path],
    });
  });
});
