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
}

export interface Listed<Row> {
  rows: Row[];
  total: Total;
}

/** One page of a list, found in one of two ways: which one is faster depends on how many rows match. */
export async function findListed<Row extends object>(
  db: Db,
  list: ListStatement,
): Promise<Listed<Row>> {
  if (list.conditions.length === 0 && isCounted(list.table)) return pageOfAll(db, list, list.table);
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
  const { key, sortedBy, columns, known, conditionsOfFew = list.conditions } = list;
  const areFew = known !== undefined && known.total <= EXACT_TOTAL;
  const conditions = areFew ? conditionsOfFew : list.conditions;
  const compared = list.order === "desc" ? Prisma.sql`<` : Prisma.sql`>`;
  let last: { _sorted: unknown; _key: unknown } | undefined;
  do {
    const after =
      last && Prisma.sql`(t.${sortedBy}, t.${key}) ${compared} (${last._sorted}, ${last._key})`;
    const found: (Row & { _sorted: unknown; _key: unknown })[] = await rowsOf(
      db,
      Prisma.sql`
      SELECT t.${sortedBy} AS "_sorted", t.${key} AS "_key", ${columns}
      ${selectionOf(list, after ? [...conditions, after] : conditions)} ORDER BY ${orderOf(list)} LIMIT ${BATCH}`,
    );
    yield found;
    last = found.length < BATCH ? undefined : found.at(-1);
  } while (last);
}

/** Finds all matches at once, which gives the page and the total together. */
async function pageOfFew<Row extends object>(
  db: Db,
  list: ListStatement,
  estimate: number,
): Promise<Listed<Row>> {
  const { key, sortedBy, columns, conditions, conditionsOfFew = conditions } = list;
  const limit = Math.max(EXACT_TOTAL + 1, offsetOf(list) + list.per_page);
  const order = Prisma.sql`"_sorted" ${directionOf(list)}, "_key" ${directionOf(list)}`;
  const found = await rowsOf<Row & { _matches: number; _key: unknown }>(
    db,
    Prisma.sql`
    WITH matching AS MATERIALIZED (
      SELECT t.${sortedBy} AS "_sorted", t.${key} AS "_key" ${selectionOf(list, conditionsOfFew)}
      ORDER BY ${orderOf(list)} LIMIT ${limit}),
    page AS MATERIALIZED (
      SELECT * FROM matching ORDER BY ${order} LIMIT ${list.per_page} OFFSET ${offsetOf(list)})
    SELECT counted."_matches", listed.*
    FROM (SELECT count(*)::int AS "_matches" FROM matching) AS counted
    LEFT JOIN (
      SELECT page.*, ${columns} FROM page JOIN ${tableOf(list)} ON t.${key} = page."_key"
    ) AS listed ON TRUE
    ORDER BY ${order}`,
  );
  const total = totalOf(found[0]?._matches ?? 0, estimate);
  return { rows: found.filter(({ _key }) => _key !== null), total };
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
