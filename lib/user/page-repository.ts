import "server-only";
import type { Db } from "@/lib/db/client";
import { findListed, walkAll, type ListStatement } from "@/lib/db/list";
import { EXACT_TOTAL, toPage } from "@/lib/db/paging";
import { containsPattern, Prisma } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import { platformRoles } from "@/lib/permissions";
import { findGroups } from "@/lib/reach/repository";
import { holdersOfNetworks, noAttachments, type Holders } from "./holders-repository";
import { listOfFiltered, listOfHolders, listOfMembers } from "./membership-repository";
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
  return {
    ...query,
    table: "User",
    key: Prisma.sql`"username"`,
    sortedBy: sortColumns[query.sort],
    columns: userColumns(now),
    ...(await matchesOf(db, query)),
  };
}

async function matchesOf(db: Db, query: UserListQuery) {
  const all = await holdersOf(db, query);
  const filters = conditionsOf(query);
  const withLeading = withLeadingFilters(query);
  const [only, ...others] = all;
  if (only && others.length === 0) {
    if (filters.length === 0) return listOfHolders(db, only);
    if (!query.q && only.attached.count <= EXACT_TOTAL) {
      const ofMembership = traitConditionsOf(withLeading, Prisma.sql`m`);
      return listOfMembers(db, only, { ofUser: filters, ofMembership });
    }
  }
  return listOfFiltered(db, all, { filters, filtersOfFew: conditionsOf(withLeading) });
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
  const { q = "" } = query;
  return [...(q === "" ? [] : [searchCondition(q)]), ...traitConditionsOf(query, Prisma.sql`t`)];
}

/** @param of the alias of a user, or of a membership, which has the same columns */
function traitConditionsOf(query: UserListQuery, of: Prisma.Sql): Prisma.Sql[] {
  const { role, account_status, mfa_status, auth_type } = query;
  return [
    role && Prisma.sql`${of}."platformRoleId" = ANY(${role})`,
    account_status && flagCondition(Prisma.sql`${of}."isDisabled"`, account_status, "disabled"),
    mfa_status && flagCondition(Prisma.sql`${of}."isMfaEnabled"`, mfa_status, "enabled"),
    auth_type && Prisma.sql`${of}."authType" = ANY(${auth_type})`,
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
