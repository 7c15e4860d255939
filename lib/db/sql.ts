import "server-only";
import { createHash } from "node:crypto";
import { Prisma } from "./generated/client";
import { database, type Db } from "./client";

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
