/** What a job is; a domain defines its own in its `jobs.ts`, and lib/domains/jobs.ts lists all. */
import type { z } from "zod";
import type { Context } from "@/lib/context";

export interface Job<Data extends z.ZodObject = z.ZodObject> {
  /** `invite.mail`; also the name of its queue, which stays when the code is renamed. */
  name: string;
  data: Data;
  /** When it runs by itself, in UTC: a cron expression; null when it only runs where it is enqueued. */
  cron: string | null;
  /** @param stored what the database kept of the data that was enqueued */
  run: (ctx: Context, stored: unknown) => Promise<void>;
}

interface Options {
  cron?: string;
}

/**
 * @param data the schema through which the data go when the job runs, which may be in a later version than the one
 *   that enqueued it
 * @param run gets a context of its own, as the actor `server`. It may run more than once: a process that is killed in
 *   the middle of it has not ended it
 */
export function defineJob<Data extends z.ZodObject>(
  name: string,
  data: Data,
  run: (ctx: Context, data: z.output<Data>) => Promise<void>,
  { cron }: Options = {},
): Job<Data> {
  return { name, data, cron: cron ?? null, run: (ctx, stored) => run(ctx, data.parse(stored)) };
}
