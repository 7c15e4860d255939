import "server-only";
import {
  countUpTo,
  estimateRows,
  EXACT_TOTAL,
  offsetOf,
  toPage,
  totalByStatistics,
  totalOf,
} from "@/lib/db/paging";
import { containsPattern, Prisma, readRows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import { platformRoles } from "@/lib/permissions";
import { toUser, userColumns } from "./repository";
import type { UserListQuery, UserPage } from "./schema";

type Row = Parameters<typeof toUser>[0];

// Raw throughout: what is fast here hangs on which index PostgreSQL takes, and expression indexes,
// estimates and counting on the way cannot be said in Prisma's queries.

/** One page of users, in one of two ways: which one is faster depends on how many match. */
export async function findPage(query: UserListQuery, now: Date): Promise<UserPage> {
  const estimate = await estimateRows(selectionOf(conditionsOf(query)));
  return estimate > EXACT_TOTAL
    ? pageOfMany(query, now, estimate)
    : pageOfFew(query, now, estimate);
}

/** Walks an index in the order of the list, where a match is never far. */
async function pageOfMany(query: UserListQuery, now: Date, estimate: number): Promise<UserPage> {
  const conditions = conditionsOf(query);
  const selection = selectionOf(conditions);
  const [total, found] = await Promise.all([
    // The planner takes conditions for independent of each other, so that its word counts for one alone.
    conditions.length > 1 ? countUpTo(selection) : totalByStatistics("User", selection, estimate),
    readRows<Row>(Prisma.sql`
      WITH page AS MATERIALIZED (
        SELECT u."username" ${selection} ORDER BY ${orderOf(query, "u")}
        LIMIT ${query.per_page} OFFSET ${offsetOf(query)})
      SELECT ${userColumns(now)} FROM page JOIN "User" u USING ("username")
      ORDER BY ${orderOf(query, "u")}`),
  ]);
  return toPage(found.map(toUser), query, total);
}

/** Finds all matches at once, which gives the page and the total together. */
async function pageOfFew(query: UserListQuery, now: Date, estimate: number): Promise<UserPage> {
  const selection = selectionOf(conditionsOf(withLeadingFilters(query)));
  const limit = Math.max(EXACT_TOTAL + 1, offsetOf(query) + query.per_page);
  const found = await readRows<{ matches: number } & (Row | Record<keyof Row, null>)>(Prisma.sql`
    WITH matching AS MATERIALIZED (
      SELECT u."username", ${sortColumns[query.sort]} AS "sortedBy" ${selection}
      ORDER BY ${orderOf(query, "u")} LIMIT ${limit}),
    page AS MATERIALIZED (
      SELECT "username" FROM matching m ORDER BY m."sortedBy" ${directionOf(query)}, m."username" ${directionOf(query)}
      LIMIT ${query.per_page} OFFSET ${offsetOf(query)})
    SELECT counted."matches", listed.*
    FROM (SELECT count(*)::int AS "matches" FROM matching) AS counted
    LEFT JOIN (
      SELECT ${userColumns(now)}, u."displayNameLower" FROM page JOIN "User" u USING ("username")
    ) AS listed ON TRUE
    ORDER BY ${orderOf(query, "listed")}`);
  const total = totalOf(found[0]?.matches ?? 0, estimate);
  return toPage(found.filter((row) => row.id !== null).map(toUser), query, total);
}

const sortColumns: Record<UserListQuery["sort"], Prisma.Sql> = {
  username: Prisma.sql`"username"`,
  display_name: Prisma.sql`"displayNameLower"`,
  platform_role_id: Prisma.sql`"platformRoleId"`,
  last_login_time: Prisma.sql`"lastLoginAt"`,
  created_at: Prisma.sql`"createdAt"`,
};

function directionOf({ order }: UserListQuery): Prisma.Sql {
  return order === "desc" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
}

/** Equal keys go by username, in the same direction, so that one index serves both directions. */
function orderOf(query: UserListQuery, alias: string): Prisma.Sql {
  const of = Prisma.raw(`${alias}.`);
  const byName = Prisma.sql`${of}"username" ${directionOf(query)}`;
  if (query.sort === "username") return byName;
  return Prisma.sql`${of}${sortColumns[query.sort]} ${directionOf(query)}, ${byName}`;
}

function selectionOf(conditions: Prisma.Sql[]): Prisma.Sql {
  const where = conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, " AND ");
  return Prisma.sql`FROM "User" u WHERE ${where}`;
}

function conditionsOf(query: UserListQuery): Prisma.Sql[] {
  const { q, role, account_status, mfa_status, auth_type, group, network } = query;
  return [
    q !== undefined && q !== "" && searchCondition(q),
    role && Prisma.sql`u."platformRoleId" = ANY(${role})`,
    account_status && flagCondition(Prisma.sql`u."isDisabled"`, account_status, "disabled"),
    mfa_status && flagCondition(Prisma.sql`u."isMfaEnabled"`, mfa_status, "enabled"),
    auth_type && Prisma.sql`u."authType" = ANY(${auth_type})`,
    group &&
      Prisma.sql`EXISTS (SELECT 1 FROM "GroupMember" m WHERE m."userId" = u."id" AND m."groupId" = ANY(${group}))`,
    // There are no networks yet, so nobody reaches one.
    network && Prisma.sql`FALSE`,
  ].filter((condition) => condition instanceof Prisma.Sql);
}

function searchCondition(q: string): Prisma.Sql {
  return Prisma.sql`(u."username" || E'\n' || u."displayNameLower") LIKE ${containsPattern(foldCase(q))}`;
}

type Status = "enabled" | "disabled";
const statuses: Status[] = ["enabled", "disabled"];

function flagCondition(column: Prisma.Sql, given: Status[], whenTrue: Status): Prisma.Sql {
  return Prisma.sql`${column} = ANY(${given.map((status) => status === whenTrue)})`;
}

/**
 * The same filters, with all values for each that is not given but stands left of a given one in the index over
 * all four: any mix of them is then a set of at most 40 keys of that index.
 */
function withLeadingFilters(query: UserListQuery): UserListQuery {
  const { role, account_status, mfa_status, auth_type } = query;
  return {
    ...query,
    role: role ?? ((account_status ?? mfa_status ?? auth_type) && [...platformRoles]),
    account_status: account_status ?? ((mfa_status ?? auth_type) && statuses),
    mfa_status: mfa_status ?? (auth_type && statuses),
  };
}
