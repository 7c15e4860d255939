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
  { name }: Job<Data>,
  data: z.input<Data>,
  options: Options = {},
): Promise<void> {
  const id = await new PgBoss({ db: within(tx.db) }).send(name, data, options);
  if (id === null) throw new Error(`There is no queue for the job ${name}.`);
}

function within(db: Db): PgBoss.Db {
  return {
    executeSql: async (text, values: unknown[]) => ({
      rows: await db.$queryRawUnsafe<unknown[]>(text, ...values),
    }),
  };
}
