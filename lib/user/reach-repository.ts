import "server-only";
import type { Db } from "@/lib/db/client";
import { findListed } from "@/lib/db/list";
import type { Total } from "@/lib/db/paging";
import { Prisma, rows } from "@/lib/db/sql";
import type { PlatformRole } from "@/lib/permissions";
import { findGroupsGiving, findGroupsGranting } from "@/lib/reach/repository";
import {
  conditionOfAll,
  conditionsOfHolders,
  findAttachments,
  holdersOfNetworks,
  isInOneOf,
  listOfHolders,
  noAttachments,
  type Holders,
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

/** Users who hold something, where it is that which makes them be of it, and what else they must be. */
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
          Prisma.sql`t."platformRoleId" = ANY(${["auditor", "platform-user", "service-user"]})`,
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

/** By username, in keyset batches of 1,000. */
export async function* findBatches(db: Db, of: UsersOf, now: Date): AsyncGenerator<StoredUser[]> {
  const { holders, conditions } = await selectionOf(db, of);
  const all = [...conditions, ...(holders ? [await conditionOfAll(db, holders)] : [])];
  let last = "";
  for (;;) {
    const found = await rows<UserRow>(
      db,
      Prisma.sql`SELECT ${userColumns(now)} FROM "User" t
        WHERE t."username" > ${last} AND ${Prisma.join(all, " AND ")}
        ORDER BY t."username" LIMIT ${BATCH}`,
    );
    yield found.map(toStored);
    const end = found.at(-1);
    if (!end || found.length < BATCH) return;
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
  const { holders, conditions } = await selectionOf(db, of);
  const filters = [
    ...conditions,
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
    ...(await listOf(db, holders, filters)),
  });
  return { users: found.map(toStored), total };
}

async function listOf(db: Db, holders: Holders | null, filters: Prisma.Sql[]) {
  if (!holders) return { conditions: filters };
  if (filters.length === 0) return listOfHolders(db, holders);
  const { condition, toEstimate = condition } = await conditionsOfHolders(db, holders);
  return {
    conditions: [condition, ...filters],
    conditionsToEstimate: [toEstimate, ...filters],
  };
}
