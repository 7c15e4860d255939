import "server-only";
import {
  CERTAIN,
  countUpTo,
  estimateRows,
  EXACT_TOTAL,
  offsetOf,
  totalByStatistics,
  totalOf,
  type PageRequest,
  type Total,
} from "./paging";
import type { Db } from "./client";
import { isCounted, rowCountOf, type CountedTable } from "./row-count";
import { Prisma, rows as rowsOf } from "./sql";

// Raw throughout: what is fast here hangs on which index PostgreSQL takes, and expression indexes,
// estimates and counting on the way cannot be said in Prisma's queries.

/** One page of one table. Column names are given quoted, conditions and columns with the table's alias `t`. */
export interface ListStatement extends PageRequest {
  /** The table's name, which comes from us. */
  table: string;
  /** The column that tells its rows apart, by which equal ones are sorted. */
  key: Prisma.Sql;
  /** The column that the list is sorted by. */
  sortedBy: Prisma.Sql;
  order: "asc" | "desc";
  /** What is selected of each row. */
  columns: Prisma.Sql;
  /** All of them hold for each row. */
  conditions: Prisma.Sql[];
  /** The same in a form that finds few rows at once, where that is another one. */
  conditionsOfFew?: Prisma.Sql[];
  /** About how many rows match, where PostgreSQL cannot tell. */
  estimate?: number;
  /** How many rows match, where that is known without asking the table. */
  known?: Total | undefined;
  /** All that match, where they can be found at once and held in memory. */
  set?: MatchingSet | undefined;
}

/** Rows of a list by a column of theirs, which has another value in each row. */
interface MatchingSet {
  column: Prisma.Sql;
  /** Selects its values by the same name, each once or more. */
  values: Prisma.Sql;
  /** How many rows there are at least, and at most: up to {@link SET_SIZE}. */
  atLeast: number;
  atMost: number;
}

/** Up to so many values, to find all of a set is no slower than to count up to {@link EXACT_TOTAL} of another. */
export const SET_SIZE = 5 * EXACT_TOTAL;

export interface Listed<Row> {
  rows: Row[];
  total: Total;
}

/** One page of a list, found in one of three ways: which one is fastest depends on how many rows match. */
export async function findListed<Row extends object>(
  db: Db,
  list: ListStatement,
): Promise<Listed<Row>> {
  if (list.conditions.length === 0 && isCounted(list.table)) return pageOfAll(db, list, list.table);
  if (list.set) return pageOfSet(db, list, list.set);
  if (list.known) return pageOfKnown(db, list, list.known);
  const { estimate = await estimateRows(db, selectionOf(list, list.conditions)) } = list;
  if (estimate <= EXACT_TOTAL) return pageOfFew(db, list, estimate);
  const isFar = list.estimate !== undefined && !(await isNear(db, list, estimate));
  return isFar ? pageOfFew(db, list, estimate) : pageOfMany(db, list, estimate);
}

/** Of the whole table, whose rows are counted already. */
async function pageOfAll<Row extends object>(
  db: Db,
  list: ListStatement,
  table: CountedTable,
): Promise<Listed<Row>> {
  const [total, rows] = await Promise.all([rowCountOf(db, table), walk<Row>(db, list)]);
  return { rows, total: { total, isEstimate: false } };
}

/** In the way that visits fewer rows. */
async function pageOfKnown<Row extends object>(
  db: Db,
  list: ListStatement,
  known: Total,
): Promise<Listed<Row>> {
  const rows = (await isNear(db, list, known.total))
    ? await walk<Row>(db, list)
    : (await pageOfFew<Row>(db, list, known.total)).rows;
  return { rows, total: known };
}

/** To visit so many rows on a walk, and look for them in memory, takes no more time than to fetch one by its key. */
const VISITS_A_FETCH = 4;

/** In the way that takes less time at worst. */
async function pageOfSet<Row extends object>(
  db: Db,
  list: ListStatement,
  set: MatchingSet,
): Promise<Listed<Row>> {
  const all = isCounted(list.table) ? await rowCountOf(db, list.table) : Infinity;
  const visits = ((offsetOf(list) + list.per_page) * all) / Math.max(1, set.atLeast);
  if (visits > VISITS_A_FETCH * set.atMost) return pageOfFew(db, list, set.atMost);
  const [total, rows] = await Promise.all([
    countSet(db, set),
    walk<Row>(db, { ...list, conditions: [isOneOf(set)] }),
  ]);
  return { rows, total };
}

/** PostgreSQL sorts them to count each once, which takes less time than its hash table. */
async function countSet(db: Db, { column, values }: MatchingSet): Promise<Total> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    Prisma.sql`SELECT count(DISTINCT ${column})::int AS count FROM (${values}) v`,
  );
  return { total: row?.count ?? 0, isEstimate: false };
}

/**
 * Asked of each row on a walk: PostgreSQL looks in a table that it hashes once, where a bare IN could become a join. The
 * limit, which no set comes near to, says that they fit into memory.
 */
function isOneOf({ column, values }: MatchingSet): Prisma.Sql {
  const limited = Prisma.sql`SELECT ${column} FROM (${values}) v LIMIT ${2 * SET_SIZE}`;
  return Prisma.sql`(t.${column} IN (${limited})) IS TRUE`;
}

/** Whether a walk to the page visits fewer rows than match. */
async function isNear(db: Db, list: ListStatement, matches: number): Promise<boolean> {
  const all = isCounted(list.table) ? await rowCountOf(db, list.table) : matches;
  return (offsetOf(list) + list.per_page) * all < matches ** 2;
}

/** Where a match is never far. */
async function pageOfMany<Row extends object>(
  db: Db,
  list: ListStatement,
  estimate: number,
): Promise<Listed<Row>> {
  const { table, conditions, conditionsOfFew = conditions } = list;
  // Where matches abound, a count that asks one row after the other has soon enough of them.
  const abound = list.estimate === undefined && estimate >= CERTAIN;
  const selection = selectionOf(list, abound ? conditions : conditionsOfFew);
  const [total, rows] = await Promise.all([
    // The planner takes conditions for independent of each other, so that its word counts for one alone.
    conditions.length > 1
      ? countUpTo(db, selection, estimate)
      : totalByStatistics(db, { table, selection, estimate }),
    walk<Row>(db, list),
  ]);
  return { rows, total };
}

/** Walks an index in the order of the list until the page is full. */
function walk<Row extends object>(db: Db, list: ListStatement): Promise<Row[]> {
  const { key, conditions, columns } = list;
  return rowsOf<Row>(
    db,
    Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT t.${key} ${selectionOf(list, conditions)} ORDER BY ${orderOf(list)}
      LIMIT ${list.per_page} OFFSET ${offsetOf(list)})
    SELECT ${columns} FROM page JOIN ${tableOf(list)} USING (${key})
    ORDER BY ${orderOf(list)}`,
    // With conditions, the best plan depends on their values.
    { prepared: conditions.length === 0 },
  );
}

const BATCH = 1000;

/** All of a list, in its order, in keyset batches of 1,000. */
export async function* walkAll<Row extends object>(
  db: Db,
  list: Omit<ListStatement, keyof PageRequest>,
): AsyncGenerator<Row[]> {
  const { key, sortedBy, columns } = list;
  const conditions = conditionsOfAll(list);
  const compared = list.order === "desc" ? Prisma.sql`<` : Prisma.sql`>`;
  let last: { _sorted: unknown; _key: unknown } | undefined;
  do {
    const after =
      last && Prisma.sql`(t.${sortedBy}, t.${key}) ${compared} (${last._sorted}, ${last._key})`;
    const found: (Row & { _sorted: unknown; _key: unknown })[] = await rowsOf(
      db,
      Prisma.sql`
      SELECT ${keysOf(list)}, ${columns}
      ${selectionOf(list, after ? [...conditions, after] : conditions)} ORDER BY ${orderOf(list)} LIMIT ${BATCH}`,
    );
    yield found;
    last = found.length < BATCH ? undefined : found.at(-1);
  } while (last);
}

/** In the form that takes a whole list from batch to batch. */
function conditionsOfAll(list: Omit<ListStatement, keyof PageRequest>): Prisma.Sql[] {
  const { conditions, conditionsOfFew = conditions, known, set } = list;
  const atMost = set?.atMost ?? known?.total ?? Infinity;
  if (atMost <= EXACT_TOTAL) return conditionsOfFew;
  return set ? [isOneOf(set)] : conditions;
}

/** Finds all matches at once, which gives the page and the total together. */
async function pageOfFew<Row extends object>(
  db: Db,
  list: ListStatement,
  estimate: number,
): Promise<Listed<Row>> {
  const { key, columns, conditions, conditionsOfFew = conditions } = list;
  const atMost = list.set ? SET_SIZE : EXACT_TOTAL;
  const limit = Math.max(atMost + 1, offsetOf(list) + list.per_page);
  const found = await rowsOf<Row & { _matches: number; _key: unknown }>(
    db,
    Prisma.sql`
    WITH matching AS MATERIALIZED (
      SELECT ${keysOf(list)} ${selectionOf(list, conditionsOfFew)}
      ORDER BY ${orderOf(list)} LIMIT ${limit}),
    page AS MATERIALIZED (
      SELECT * FROM matching
      ORDER BY ${orderOfKeys(list)} LIMIT ${list.per_page} OFFSET ${offsetOf(list)})
    SELECT counted."_matches", listed.*
    FROM (SELECT count(*)::int AS "_matches" FROM matching) AS counted
    LEFT JOIN (
      SELECT page.*, ${columns} FROM page JOIN ${tableOf(list)} ON t.${key} = page."_key"
    ) AS listed ON TRUE
    ORDER BY ${orderOfKeys(list)}`,
  );
  const count = found[0]?._matches ?? 0;
  const total = list.set ? { total: count, isEstimate: false } : totalOf(count, estimate);
  return { rows: found.filter(({ _key }) => _key !== null), total };
}

function keysOf({ key, sortedBy }: Pick<ListStatement, "key" | "sortedBy">): Prisma.Sql {
  return Prisma.sql`t.${sortedBy} AS "_sorted", t.${key} AS "_key"`;
}

function orderOfKeys(list: Pick<ListStatement, "order">): Prisma.Sql {
  return Prisma.sql`"_sorted" ${directionOf(list)}, "_key" ${directionOf(list)}`;
}

function tableOf({ table }: Pick<ListStatement, "table">): Prisma.Sql {
  return Prisma.raw(`"${table}" t`);
}

function selectionOf(list: Pick<ListStatement, "table">, conditions: Prisma.Sql[]): Prisma.Sql {
  const where = conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, " AND ");
  return Prisma.sql`FROM ${tableOf(list)} WHERE ${where}`;
}

function directionOf({ order }: Pick<ListStatement, "order">): Prisma.Sql {
  return order === "desc" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
}

/** Equal rows go by their key, in the same direction, so that one index serves both directions. */
function orderOf(list: Pick<ListStatement, "key" | "sortedBy" | "order">): Prisma.Sql {
  const byKey = Prisma.sql`t.${list.key} ${directionOf(list)}`;
  if (list.sortedBy.text === list.key.text) return byKey;
  return Prisma.sql`t.${list.sortedBy} ${directionOf(list)}, ${byKey}`;
}
