/** What a job is; a domain defines its own in its `jobs.ts`, and lib/domains/jobs.ts lists all. */
import type { z } from "zod";
import type { Context } from "@/lib/context";

export interface Job<Data extends z.ZodObject = z.ZodObject> {
  /** `invite.mail`; also the name of its queue, which stays when the code is renamed. */
  name: string;
  data: Data;
  /** When it runs by itself, in UTC: a cron expression; null when it only runs where it is enqueued. */
  cron: string | null;
  /** How many of it run at a time in each process. */
  concurrency: number;
  /** How long it may take; one that runs for longer is taken for dead, and runs again. */
  timeoutSeconds: number;
  /** @param stored what the database kept of the data that was enqueued */
  run: (ctx: Context, stored: unknown) => Promise<void>;
}

type Options = Partial<Pick<Job, "concurrency" | "timeoutSeconds">> & { cron?: string };

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
  { cron, concurrency = 1, timeoutSeconds = 15 * 60 }: Options = {},
): Job<Data> {
  return {
    name,
    data,
    cron: cron ?? null,
    concurrency,
    timeoutSeconds,
    run: (ctx, stored) => run(ctx, data.parse(stored)),
  };
}
