import "server-only";
import PgBoss from "pg-boss";
import type { z } from "zod";
import type { Tx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import type { Job } from "./job";

/** Lets the job run once the open transaction is committed; rolled back with it, it never was. */
export async function enqueue<Data extends z.ZodObject>(
  tx: Tx,
  { name }: Job<Data>,
  data: z.input<Data>,
): Promise<void> {
  const id = await new PgBoss({ db: within(tx.db) }).send(name, data);
  if (id === null) throw new Error(`There is no queue for the job ${name}.`);
}

function within(db: Db): PgBoss.Db {
  return {
    executeSql: async (text, values: unknown[]) => ({
      rows: await db.$queryRawUnsafe<unknown[]>(text, ...values),
    }),
  };
}
