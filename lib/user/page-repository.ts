import "server-only";
import type { Db } from "@/lib/db/client";
import { findListed, walkAll, type ListStatement } from "@/lib/db/list";
import { toPage } from "@/lib/db/paging";
import { containsPattern, Prisma } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import { platformRoles } from "@/lib/permissions";
import { findGroups } from "@/lib/reach/repository";
import {
  holdersOfNetworks,
  listOfFiltered,
  listOfHolders,
  noAttachments,
  type Holders,
} from "./membership-repository";
import { toUser, userColumns } from "./repository";
import type { User, UserListQuery, UserPage } from "./schema";

type Row = Parameters<typeof toUser>[0];

export async function findPage(db: Db, query: UserListQuery, now: Date): Promise<UserPage> {
  const { rows, total } = await findListed<Row>(db, await listOf(db, query, now));
  return toPage(rows.map(toUser), query, total);
}

/** All that the filters let through, in the order asked for, in batches. */
export async function* findAll(db: Db, query: UserListQuery, now: Date): AsyncGenerator<User[]> {
  for await (const rows of walkAll<Row>(db, await listOf(db, query, now))) yield rows.map(toUser);
}

async function listOf(db: Db, query: UserListQuery, now: Date): Promise<ListStatement> {
  const all = await holdersOf(db, query);
  const conditions = conditionsOf(query);
  const [only, ...others] = all;
  const isAlone = only && others.length + conditions.length === 0;
  return {
    ...query,
    table: "User",
    key: Prisma.sql`"username"`,
    sortedBy: sortColumns[query.sort],
    columns: userColumns(now),
    ...(isAlone
      ? await listOfHolders(db, only)
      : await listOfFiltered(db, all, {
          filters: conditions,
          filtersOfFew: conditionsOf(withLeadingFilters(query)),
        })),
  };
}

/** For each filter by groups, or by what they grant, whoever matches. */
async function holdersOf(db: Db, { group, network }: UserListQuery): Promise<Holders[]> {
  const found = await Promise.all([
    group && findGroups(db, group).then((groups) => ({ groups, attached: noAttachments })),
    network && holdersOfNetworks(db, network),
  ]);
  return found.filter((holders) => holders !== undefined);
}

const sortColumns: Record<UserListQuery["sort"], Prisma.Sql> = {
  username: Prisma.sql`"username"`,
  display_name: Prisma.sql`"displayNameLower"`,
  platform_role_id: Prisma.sql`"platformRoleId"`,
  last_login_time: Prisma.sql`"lastLoginAt"`,
  created_at: Prisma.sql`"createdAt"`,
};

function conditionsOf(query: UserListQuery): Prisma.Sql[] {
  const { q, role, account_status, mfa_status, auth_type } = query;
  return [
    q !== undefined && q !== "" && searchCondition(q),
    role && Prisma.sql`t."platformRoleId" = ANY(${role})`,
    account_status && flagCondition(Prisma.sql`t."isDisabled"`, account_status, "disabled"),
    mfa_status && flagCondition(Prisma.sql`t."isMfaEnabled"`, mfa_status, "enabled"),
    auth_type && Prisma.sql`t."authType" = ANY(${auth_type})`,
  ].filter((condition) => condition instanceof Prisma.Sql);
}

export function searchCondition(q: string): Prisma.Sql {
  return Prisma.sql`(t."username" || E'\n' || t."displayNameLower") LIKE ${containsPattern(foldCase(q))}`;
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
