import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import { findListed } from "@/lib/db/list";
import { toPage } from "@/lib/db/paging";
import { containsPattern, Prisma as Sql, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import type { Stored } from "@/lib/versions";
import type { Network, NetworkListQuery, NetworkPage } from "./schema";

interface NetworkRow {
  id: string;
  addressRange: string | null;
  addressRange6: string | null;
  version: string;
}

/** Raw, because Prisma has no columns for ranges that say what they hold. */
const columns = Sql.sql`
  t."id", t."addressRange"::text, t."addressRange6"::text, t."version"::text`;

function toNetwork({ id, addressRange, addressRange6 }: NetworkRow): Network {
  return { netid: id, addressrange: addressRange ?? "", addressrange6: addressRange6 ?? "" };
}

/** The ids that somebody sees. */
type Sight = "all" | readonly string[];

function seenBy(sight: Sight): Prisma.Sql {
  return sight === "all" ? Sql.sql`TRUE` : Sql.sql`t."id" = ANY(${[...sight]})`;
}

const BATCH = 1000;

/** By id, in keyset batches of 1,000. */
export async function* findBatches(db: Db, sight: Sight): AsyncGenerator<Network[]> {
  let last = "";
  for (;;) {
    const found = await rows<NetworkRow>(
      db,
      Sql.sql`SELECT ${columns} FROM "Network" t WHERE t."id" > ${last} AND ${seenBy(sight)}
        ORDER BY t."id" LIMIT ${BATCH}`,
    );
    yield found.map(toNetwork);
    const end = found.at(-1);
    if (!end || found.length < BATCH) return;
    last = end.id;
  }
}

export async function findPage(
  db: Db,
  query: NetworkListQuery,
  sight: Sight,
): Promise<NetworkPage> {
  const { q = "" } = query;
  const { rows: found, total } = await findListed<
    NetworkRow & { gateways: number; configs: number }
  >(db, {
    ...query,
    table: "Network",
    key: Sql.sql`"id"`,
    sortedBy: Sql.sql`"id"`,
    order: "asc",
    columns: Sql.sql`${columns},
      (SELECT count(*) FROM "Gateway" g WHERE g."networkId" = t."id")::int AS "gateways",
      (SELECT count(*) FROM "ClientConfig" c WHERE c."networkId" = t."id")::int AS "configs"`,
    conditions: [seenBy(sight), ...(q === "" ? [] : [searchCondition(q)])],
  });
  const data = found.map(({ gateways, configs, ...row }) => ({
    ...toNetwork(row),
    gateways,
    client_configs: configs,
  }));
  return toPage(data, query, total);
}

function searchCondition(q: string): Prisma.Sql {
  return Sql.sql`concat_ws(E'\n', t."id", t."addressRange"::text, t."addressRange6"::text)
    LIKE ${containsPattern(foldCase(q))}`;
}

export async function findById(db: Db, id: string): Promise<Stored<Network> | null> {
  const [row] = await rows<NetworkRow>(
    db,
    Sql.sql`SELECT ${columns} FROM "Network" t WHERE t."id" = ${id}`,
  );
  return row ? { entity: toNetwork(row), version: row.version } : null;
}

/** The network as nobody else can change it, or grant on it, before this transaction ends. */
export async function lockById(db: Db, id: string): Promise<Stored<Network> | null> {
  // Two statements: the second one sees what a transaction that held the lock has written.
  await rows(db, Sql.sql`SELECT 1 FROM "Network" WHERE "id" = ${id} FOR UPDATE`);
  return findById(db, id);
}

/** Networks that something is about to refer to: none of them goes meanwhile. @returns the ids of those that exist */
export function lockForReference(db: Db, ids: readonly string[]): Promise<string[]> {
  return findExisting(db, ids, Sql.sql`FOR KEY SHARE`);
}

/** As {@link lockForReference}, without a lock. */
export async function findExisting(
  db: Db,
  ids: readonly string[],
  lock = Sql.empty,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await rows<{ id: string }>(
    db,
    Sql.sql`SELECT "id" FROM "Network" WHERE "id" = ANY(${[...ids]}) ORDER BY "id" ${lock}`,
  );
  return found.map(({ id }) => id);
}

/** Until this transaction ends nobody else makes a network or changes ranges: two that overlap cannot both be free. */
export async function lockRanges(db: Db): Promise<void> {
  await db.$executeRaw(Sql.sql`LOCK TABLE "Network" IN SHARE ROW EXCLUSIVE MODE`);
}

/** The networks that have addresses in common with these ranges. */
export async function findOverlap(db: Db, { netid, ...ranges }: Network) {
  const [row] = await rows<{ ipv4: string | null; ipv6: string | null }>(
    db,
    Sql.sql`SELECT
      min("id") FILTER (WHERE "addressRange" && ${orNull(ranges.addressrange)}::inet) AS ipv4,
      min("id") FILTER (WHERE "addressRange6" && ${orNull(ranges.addressrange6)}::inet) AS ipv6
      FROM "Network" WHERE "id" <> ${netid}`,
  );
  return { addressrange: row?.ipv4 ?? null, addressrange6: row?.ipv6 ?? null };
}

/** The ranges as the database writes them: of what holds an IPv4 address it has a form of its own. */
export async function asStored<T extends Pick<Network, "addressrange" | "addressrange6">>(
  db: Db,
  ranges: T,
): Promise<T> {
  const [row] = await rows<{ four: string | null; six: string | null }>(
    db,
    Sql.sql`SELECT ${orNull(ranges.addressrange)}::inet::text AS four,
      ${orNull(ranges.addressrange6)}::inet::text AS six`,
  );
  return { ...ranges, addressrange: row?.four ?? "", addressrange6: row?.six ?? "" };
}

function orNull(range: string): string | null {
  return range === "" ? null : range;
}

export async function create(db: Db, network: Network, now: Date): Promise<void> {
  const { netid, addressrange, addressrange6 } = network;
  await db.$executeRaw(Sql.sql`
    INSERT INTO "Network" ("id", "addressRange", "addressRange6", "createdAt", "updatedAt")
    VALUES (${netid}, ${orNull(addressrange)}::inet, ${orNull(addressrange6)}::inet,
      ${now}::timestamptz, ${now}::timestamptz)`);
}

/** Writes the ranges and raises the version. */
export async function update(db: Db, network: Network, now: Date): Promise<void> {
  const { netid, addressrange, addressrange6 } = network;
  await db.$executeRaw(Sql.sql`
    UPDATE "Network" SET "addressRange" = ${orNull(addressrange)}::inet,
      "addressRange6" = ${orNull(addressrange6)}::inet, "updatedAt" = ${now}::timestamptz,
      "version" = "version" + 1
    WHERE "id" = ${netid}`);
}

/** Its gateways, roles, groups and grants go with it, in the database. */
export async function remove(db: Db, id: string): Promise<void> {
  await db.$executeRaw(Sql.sql`DELETE FROM "Network" WHERE "id" = ${id}`);
}
