import "server-only";
import { createHash } from "node:crypto";
import { Prisma } from "./generated/client";
import { database, type Db } from "./client";

/** Rows of a statement, inside the transaction of `db` or on a connection of its own. */
export function rows<Row extends object>(db: Db, statement: Prisma.Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>(statement);
}

/**
 * Rows of a statement that only reads, outside of any transaction, planned anew for its values. Goes straight to
 * the driver: that is a third of the work of Prisma's raw query, which counts where rows are many.
 */
export async function readRows<Row extends object>(statement: Prisma.Sql): Promise<Row[]> {
  const result = await database().pool.query<Row>(statement.text, statement.values);
  return result.rows;
}

const names = new Map<string, string>();

/** As {@link readRows}, for a statement that every request runs: planned once per connection, for all values. */
export async function preparedRows<Row extends object>(statement: Prisma.Sql): Promise<Row[]> {
  const text = statement.text;
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha1").update(text).digest("hex");
    names.set(text, name);
  }
  const result = await database().pool.query<Row>({ name, text, values: statement.values });
  return result.rows;
}

/** A search term as a LIKE pattern that finds it anywhere, its wildcards taken literally. */
export function containsPattern(term: string): string {
  return `%${term.replace(/[\\%_]/g, String.raw`\$&`)}%`;
}

export { Prisma };
