import "server-only";
import type { Db } from "@/lib/db/client";
import { findListed } from "@/lib/db/list";
import type { Total } from "@/lib/db/paging";
import { Prisma, rows } from "@/lib/db/sql";
import type { PlatformRole } from "@/lib/permissions";
import { findGroupsGiving, findGroupsGranting } from "@/lib/reach/repository";
import {
  findAttachments,
  holdersOfNetworks,
  isInOneOf,
  noAttachments,
  type Holders,
} from "./holders-repository";
import {
  conditionOfAll,
  listOfFiltered,
  listOfHolders,
  listOfMostHolders,
} from "./membership-repository";
import { searchCondition } from "./page-repository";
import { toStored, userColumns, type StoredUser, type UserRow } from "./repository";

/** Users of a network: who reach it, or service users who do not by any group. */
export type NetworkUsers = "reaching" | "unassigned";

/** By what a user who is no administrator may have a gateway. */
export const ways = ["attachment", "group"] as const;
export type Way = (typeof ways)[number];

export type UsersOf =
  | { kind: NetworkUsers; network: string }
  /** Enabled users, no administrators, who have a gateway by one of these ways. */
  | { kind: "having"; gateway: { id: string; networkId: string }; ways: readonly Way[] };

/** Users who hold something, where that is what makes them be of it, and what else they must be. */
interface Selection {
  holders: Holders | null;
  conditions: Prisma.Sql[];
}

async function selectionOf(db: Db, of: UsersOf): Promise<Selection> {
  switch (of.kind) {
    case "reaching":
      return { holders: await holdersOfNetworks(db, [of.network]), conditions: [] };
    case "unassigned": {
      const groups = await findGroupsGranting(db, [of.network]);
      const isUnassigned = Prisma.sql`(t."platformRoleId" = 'service-user' AND NOT ${isInOneOf(groups)})`;
      return { holders: null, conditions: [isUnassigned] };
    }
    case "having":
      return {
        holders: await holdersOfGateway(db, of),
        conditions: [
          Prisma.sql`t."platformRoleId" NOT IN ('super-admin', 'admin')`,
          Prisma.sql`t."isDisabled" = FALSE`,
        ],
      };
  }
}

async function holdersOfGateway(
  db: Db,
  { gateway, ways }: Extract<UsersOf, { kind: "having" }>,
): Promise<Holders> {
  const [groups, attached] = await Promise.all([
    ways.includes("group") ? findGroupsGiving(db, gateway) : [],
    ways.includes("attachment")
      ? findAttachments(db, Prisma.sql`a."gatewayId" = ${gateway.id}::uuid`)
      : noAttachments,
  ]);
  return { groups, attached };
}

const BATCH = 1000;

/** By username, in keyset batches. */
export async function* findBatches(db: Db, of: UsersOf, now: Date): AsyncGenerator<StoredUser[]> {
  const { holders, conditions } = await selectionOf(db, of);
  if (!holders) {
    yield* findMatches(db, conditions, now);
    return;
  }
  const { condition, areMany } = await conditionOfAll(db, holders);
  const all = [...conditions, condition];
  yield* areMany ? findInStretches(db, all, now) : findMatches(db, all, now);
}

/** As many matches at a time, however far apart they are. */
async function* findMatches(
  db: Db,
  conditions: Prisma.Sql[],
  now: Date,
): AsyncGenerator<StoredUser[]> {
  let last = "";
  for (;;) {
    const found = await rows<UserRow>(
      db,
      Prisma.sql`SELECT ${userColumns(now)} FROM "User" t
        WHERE t."username" > ${last} AND ${Prisma.join(conditions, " AND ")}
        ORDER BY t."username" LIMIT ${BATCH}`,
    );
    yield found.map(toStored);
    const end = found.at(-1);
    if (!end || found.length < BATCH) return;
    last = end.username;
  }
}

const STRETCH = 5000;

/** The matches among as many users at a time: where each is asked, no statement asks too many. */
async function* findInStretches(
  db: Db,
  conditions: Prisma.Sql[],
  now: Date,
): AsyncGenerator<StoredUser[]> {
  let last = "";
  for (;;) {
    const [end] = await rows<{ username: string }>(
      db,
      Prisma.sql`SELECT "username" FROM "User" WHERE "username" > ${last}
        ORDER BY "username" OFFSET ${STRETCH - 1} LIMIT 1`,
    );
    const isBefore = end ? Prisma.sql`t."username" <= ${end.username}` : Prisma.sql`TRUE`;
    const found = await rows<UserRow>(
      db,
      Prisma.sql`SELECT ${userColumns(now)} FROM "User" t
        WHERE t."username" > ${last} AND ${isBefore} AND ${Prisma.join(conditions, " AND ")}
        ORDER BY t."username"`,
    );
    yield found.map(toStored);
    if (!end) return;
    last = end.username;
  }
}

interface Page {
  page: number;
  per_page: number;
  q?: string | undefined;
  role?: PlatformRole[] | undefined;
}

export async function findPage(
  db: Db,
  of: UsersOf,
  query: Page,
  now: Date,
): Promise<{ users: StoredUser[]; total: Total }> {
  const { q = "", role } = query;
  const filters = [
    ...(q === "" ? [] : [searchCondition(q)]),
    ...(role ? [Prisma.sql`t."platformRoleId" = ANY(${role})`] : []),
  ];
  const { rows: found, total } = await findListed<UserRow>(db, {
    ...query,
    table: "User",
    key: Prisma.sql`"username"`,
    sortedBy: Prisma.sql`"username"`,
    order: "asc",
    columns: userColumns(now),
    ...(await listOf(db, await selectionOf(db, of), filters)),
  });
  return { users: found.map(toStored), total };
}

async function listOf(db: Db, { holders, conditions }: Selection, filters: Prisma.Sql[]) {
  if (!holders) return { conditions: [...conditions, ...filters] };
  if (filters.length === 0) {
    return conditions.length === 0
      ? listOfHolders(db, holders)
      : listOfMostHolders(db, holders, Prisma.join(conditions, " AND "));
  }
  return listOfFiltered(db, [holders], { filters: [...conditions, ...filters] });
}
