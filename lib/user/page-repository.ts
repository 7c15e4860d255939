import "server-only";
import type { Db } from "@/lib/db/client";
import { countUpTo, EXACT_TOTAL, offsetOf, toPage, type Total } from "@/lib/db/paging";
import { containsPattern, Prisma, rows } from "@/lib/db/sql";
import { platformRoles } from "@/lib/permissions";
import { toUser, userColumns } from "./repository";
import { authTypes, type UserListQuery, type UserPage } from "./schema";

type Row = Parameters<typeof toUser>[0];

/** One page of users: which ones, from an index alone where one serves; then those rows with all they show. */
export async function findPage(db: Db, query: UserListQuery, now: Date): Promise<UserPage> {
  const isByFilters = usesFilterIndex(query);
  const names = isByFilters ? namesByFilters(query) : namesByOrder(query);
  const [total, found] = await Promise.all([
    isByFilters ? totalByFilters(db, query) : countUpTo(db, selectionOf(query)),
    rows<Row>(
      db,
      Prisma.sql`WITH page AS MATERIALIZED (${names})
        SELECT ${userColumns(now)} FROM page JOIN "User" u ON u."username" = page."username"
        ORDER BY ${orderOf(query, "u")}`,
    ),
  ]);
  return toPage(found.map(toUser), query, total);
}

// Raw throughout: expression indexes, LATERAL and index-only pages cannot be said in Prisma's queries.

const sortColumns: Record<UserListQuery["sort"], Prisma.Sql> = {
  username: Prisma.sql`"username"`,
  display_name: Prisma.sql`"displayNameLower"`,
  platform_role_id: Prisma.sql`"platformRoleId"`,
  last_login_time: Prisma.sql`"lastLoginAt"`,
  created_at: Prisma.sql`"createdAt"`,
};

/** Equal keys go by username, in the same direction, so that one index serves both directions. */
function orderOf({ sort, order }: UserListQuery, alias: string): Prisma.Sql {
  const direction = order === "desc" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const of = Prisma.raw(`${alias}.`);
  const byName = Prisma.sql`${of}"username" ${direction}`;
  if (sort === "username") return byName;
  return Prisma.sql`${of}${sortColumns[sort]} ${direction}, ${byName}`;
}

function namesByOrder(query: UserListQuery): Prisma.Sql {
  return Prisma.sql`SELECT u."username" ${selectionOf(query)} ORDER BY ${orderOf(query, "u")}
    LIMIT ${query.per_page} OFFSET ${offsetOf(query)}`;
}

function selectionOf(query: UserListQuery): Prisma.Sql {
  return Prisma.sql`FROM "User" u WHERE ${whereOf(query)}`;
}

function whereOf(query: UserListQuery): Prisma.Sql {
  const { q, role, account_status, mfa_status, auth_type, group, network } = query;
  const conditions = [
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
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, " AND ");
}

function searchCondition(q: string): Prisma.Sql {
  return Prisma.sql`(u."username" || E'\n' || u."displayNameLower") LIKE ${containsPattern(q.toLowerCase())}`;
}

type Status = "enabled" | "disabled";

function flagCondition(column: Prisma.Sql, statuses: Status[], whenTrue: Status): Prisma.Sql {
  return Prisma.sql`${column} = ANY(${flagValues(statuses, whenTrue)})`;
}

function flagValues(statuses: readonly Status[] | undefined, whenTrue: Status): boolean[] {
  if (!statuses) return [true, false];
  return [...new Set(statuses.map((status) => status === whenTrue))];
}

/** How far into a filtered list the index over all four filters is the faster way. */
const MAX_OFFSET = 2_000;

function usesFilterIndex(query: UserListQuery): boolean {
  const { q, group, network, sort, role, account_status, mfa_status, auth_type } = query;
  const hasFilter = role ?? account_status ?? mfa_status ?? auth_type;
  const hasOther = (q !== undefined && q !== "") || group !== undefined || network !== undefined;
  return (
    hasFilter !== undefined && !hasOther && sort === "username" && offsetOf(query) <= MAX_OFFSET
  );
}

/**
 * Every mix of the four filters is a set of at most 40 exact keys of one index, below each of which the
 * usernames are in order: a page takes a few from each key, and a count stops early.
 */
function keysOf({ role, account_status, mfa_status, auth_type }: UserListQuery): Prisma.Sql {
  const keys = [...new Set(role ?? platformRoles)].flatMap((roleId) =>
    flagValues(account_status, "disabled").flatMap((isDisabled) =>
      flagValues(mfa_status, "enabled").flatMap((isMfaEnabled) =>
        [...new Set(auth_type ?? authTypes)].map(
          (authType) =>
            Prisma.sql`(${roleId}, ${isDisabled}::boolean, ${isMfaEnabled}::boolean, ${authType})`,
        ),
      ),
    ),
  );
  return Prisma.sql`(VALUES ${Prisma.join(keys)}) AS k ("role", "isDisabled", "isMfaEnabled", "authType")`;
}

const matchesKey = Prisma.sql`u."platformRoleId" = k."role" AND u."isDisabled" = k."isDisabled"
  AND u."isMfaEnabled" = k."isMfaEnabled" AND u."authType" = k."authType"`;

function namesByFilters(query: UserListQuery): Prisma.Sql {
  const end = offsetOf(query) + query.per_page;
  return Prisma.sql`SELECT f."username" FROM ${keysOf(query)} CROSS JOIN LATERAL (
      SELECT u."username" FROM "User" u WHERE ${matchesKey} ORDER BY ${orderOf(query, "u")} LIMIT ${end}
    ) AS f ORDER BY ${orderOf(query, "f")} LIMIT ${query.per_page} OFFSET ${offsetOf(query)}`;
}

function totalByFilters(db: Db, query: UserListQuery): Promise<Total> {
  const counted = Prisma.sql`FROM ${keysOf(query)} CROSS JOIN LATERAL (
    SELECT 1 FROM "User" u WHERE ${matchesKey} LIMIT ${EXACT_TOTAL + 1}) AS f`;
  return countUpTo(db, counted, selectionOf(query));
}
