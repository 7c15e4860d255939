import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import { isRecord } from "@/lib/wire";
import { Prisma } from "./generated/client";
import { database, type Db } from "./client";
import { toAppError } from "./errors";

interface Options {
  /** Planned once per connection, for all values: for statements that every request runs. */
  prepared?: boolean;
}

/**
 * Rows of a statement, inside the transaction of `db` or, where that is none, on a connection of its own. Outside
 * of a transaction it goes straight to the driver: that is a third of the work of Prisma's raw query, which counts
 * where rows are many.
 */
export async function rows<Row extends object>(
  db: Db,
  statement: Prisma.Sql,
  { prepared = false }: Options = {},
): Promise<Row[]> {
  const { pool, prisma } = database();
  if (db !== prisma) return db.$queryRaw<Row[]>(statement);
  const { text, values } = statement;
  const query = prepared ? { name: nameOf(text), text, values } : { text, values };
  return (await pool.query<Row>(query)).rows;
}

/** What is quicker than that may be tried again; whoever has waited for longer is told so. */
const PATIENCE_MS = 5_000;

/**
 * As `rows`, prepared, for reads by a key that most requests make: over connections that they share.
 * On one that breaks, or is held up, it is asked once more on a connection of its own.
 */
export async function keyRead<Row extends object>(db: Db, statement: Prisma.Sql): Promise<Row[]> {
  const { pipeline, pool, prisma } = database();
  if (db !== prisma) return db.$queryRaw<Row[]>(statement);
  const { text, values } = statement;
  const query = { name: nameOf(text), text, values };
  const startedAt = performance.now();
  try {
    return await pipeline.query<Row>(query);
  } catch (error) {
    if (!isPassing(error) || performance.now() - startedAt > PATIENCE_MS) throw error;
    return (await pool.query<Row>(query)).rows;
  }
}

/** That of a statement which was to be prepared by one that failed before it, on the same connection. */
const UNPREPARED = new Set<unknown>(["26000", "42P05"]);

function isPassing(error: unknown): boolean {
  if (isRecord(error) && UNPREPARED.has(error["code"])) return true;
  const translated = toAppError(error);
  return translated instanceof AppError && translated.code === "unavailable";
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha1").update(text).digest("hex");
    names.set(text, name);
  }
  return name;
}

/** A search term as a LIKE pattern that finds it anywhere, its wildcards taken literally. */
export function containsPattern(term: string): string {
  return `%${term.replace(/[\\%_]/g, String.raw`\$&`)}%`;
}

export { Prisma };
