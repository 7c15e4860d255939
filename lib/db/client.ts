import "server-only";
import cluster from "node:cluster";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { PrismaClient, type Prisma } from "./generated/client";
import { patientSocket } from "./patient-socket";
import { createPipeline } from "./pipeline";

// No statement of ours takes that long; whoever waits for a database that hangs is told so instead.
const LONGEST_STATEMENT_MS = 20_000;
/** For a database that does not even end what took too long. */
const LONGEST_SILENCE_MS = 22_000;
const IDLE_MS = 15_000;

/** Times that leave as text are read as such. */
const ISO_DATES = "SET datestyle = 'ISO, YMD'";

/** Over each connection, before it is used. */
const SESSION_LIMITS = `
  SET statement_timeout = ${String(LONGEST_STATEMENT_MS)};
  SET idle_in_transaction_session_timeout = '60s';
  ${ISO_DATES}`;

const POOL_SIZE = 20;
/** Several workers share what one PostgreSQL has. */
const POOLS_OF_WORKERS = 60;
const SMALLEST_POOL = 3;

export function poolSize(): number {
  if (!cluster.isWorker) return POOL_SIZE;
  const share = Math.floor(POOLS_OF_WORKERS / env().MUSTER_WORKERS);
  return Math.max(SMALLEST_POOL, Math.min(POOL_SIZE, share));
}

function createDatabase() {
  const connection = {
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: "muster",
    stream: () => patientSocket(LONGEST_SILENCE_MS),
  };
  const pool = new pg.Pool({
    ...connection,
    max: poolSize(),
    idleTimeoutMillis: IDLE_MS,
    // A process that vanishes in the middle of a transaction must not keep its row locks. The pool waits for
    // the promise, though its types do not say so.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- see above
    onConnect: (client) => client.query(SESSION_LIMITS).then(() => undefined),
  });
  // A connection that breaks while idle is replaced by the pool; the next statement tells.
  pool.on("error", () => undefined);
  // The same for one that is between the pool and Prisma, where nobody else listens.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    // Any other format repeats a call's arguments, secrets too, in the message of its error.
    errorFormat: "minimal",
    omit: { user: { passwordHash: true } },
  });
  const pipeline = createPipeline({
    makeSocket: connection.stream,
    makeClient: (socket) =>
      new pg.Client({
        ...connection,
        pipeline: true,
        // So that the pool can still be asked.
        connectionTimeoutMillis: 2_000,
        stream: () => socket,
      }),
    onConnect: ISO_DATES,
  });
  return { pool, prisma, pipeline };
}

type Database = ReturnType<typeof createDatabase>;

declare global {
  /** Pages and route handlers are different bundles of one process; the pool must be one. */
  var musterDatabase: Database | undefined;
}

export type Db = Omit<
  Database["prisma"],
  "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction"
>;
export type { Prisma };

export function database(): Database {
  globalThis.musterDatabase ??= createDatabase();
  return globalThis.musterDatabase;
}

export async function closeDatabase(): Promise<void> {
  const open = globalThis.musterDatabase;
  globalThis.musterDatabase = undefined;
  await open?.prisma.$disconnect();
  await open?.pool.end();
  await open?.pipeline.close();
}
