import "server-only";
import { createQueue } from "@/lib/queue";
import { database, poolSize, type Db } from "./client";

const LONGEST_READ_MS = 45_000;

/** Who reads slowly holds a connection meanwhile: a few of them may, and leave the others to everybody else. */
const inTurn = createQueue({
  running: Math.max(1, Math.floor(poolSize() / 4)),
  waiting: 20,
  refusal: "Too many are reading this right now. Try again in a moment.",
});

/**
 * Hands on what several statements read of the database as it is at one moment, as fast as it is taken, and for
 * {@link LONGEST_READ_MS} at most.
 */
export async function* readSnapshot<T>(
  read: (db: Db) => AsyncIterable<T>,
): AsyncGenerator<T, undefined> {
  const { db, close } = await openSnapshot();
  try {
    yield* read(db);
  } finally {
    await close();
  }
}

interface Snapshot {
  db: Db;
  close: () => Promise<void>;
}

/** A transaction stays open until it is closed, or has been open for too long: its next statement fails then. */
function openSnapshot(): Promise<Snapshot> {
  return new Promise((resolve, reject) => {
    const closed = inTurn(() =>
      database().prisma.$transaction(
        async (db) => {
          await db.$executeRaw`SET TRANSACTION READ ONLY`;
          await new Promise<void>((end) => {
            const timer = setTimeout(end, LONGEST_READ_MS);
            const close = () => {
              clearTimeout(timer);
              end();
              return closed;
            };
            resolve({ db, close });
          });
        },
        { isolationLevel: "RepeatableRead", timeout: LONGEST_READ_MS * 2, maxWait: 10_000 },
      ),
    ).catch(reject);
  });
}
