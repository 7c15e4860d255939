import "server-only";
import PgBoss from "pg-boss";
import type { z } from "zod";
import type { Tx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import type { Job } from "./job";

interface Options {
  /** Not before; now unless it is said. */
  startAfter?: Date;
}

/** Lets the job run once the open transaction is committed; rolled back with it, it never was. */
export async function enqueue<Data extends z.ZodObject>(
  tx: Tx,
  { name }: Pick<Job<Data>, "name" | "data">,
  data: z.input<Data>,
  options: Options = {},
): Promise<void> {
  const id = await new PgBoss({ db: within(tx.db) }).send(name, data, options);
  if (id === null) throw new Error(`There is no queue for the job ${name}.`);
}

/** A job that can be withdrawn by its id, which no other job of its kind ever had. */
interface Named<Data extends z.ZodObject> {
  id: string;
  data: z.input<Data>;
}

/** As {@link enqueue}, in one statement however many there are. */
export async function enqueueMany<Data extends z.ZodObject>(
  tx: Tx,
  { name }: Pick<Job<Data>, "name" | "data">,
  jobs: readonly Named<Data>[],
): Promise<void> {
  if (jobs.length === 0) return;
  const db = within(tx.db);
  await new PgBoss({ db }).insert(jobs.map((job) => ({ name, ...job })));
  // It is silent about a queue that is not there.
  const ids = jobs.map(({ id }) => id);
  const found = `SELECT 1 FROM pgboss.job WHERE name = $1 AND id = ANY($2::uuid[])`;
  const { rows } = await db.executeSql(found, [name, ids]);
  if (rows.length !== jobs.length) throw new Error(`There is no queue for the job ${name}.`);
}

/** Takes jobs back that nobody has begun, so that what is alive does not wait behind what is not. */
export async function withdrawMany(
  tx: Tx,
  { name }: Pick<Job, "name">,
  ids: readonly string[],
): Promise<void> {
  await tx.db.$executeRaw`
    DELETE FROM pgboss.job WHERE name = ${name} AND id = ANY(${[...ids]}::uuid[]) AND state < 'active'`;
}

function within(db: Db): PgBoss.Db {
  return {
    executeSql: async (text, values: unknown[]) => ({
      rows: await db.$queryRawUnsafe<unknown[]>(text, ...values),
    }),
  };
}
