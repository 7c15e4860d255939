import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Tx } from "@/lib/context";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { enqueue } from "@/lib/jobs/enqueue";
import { installJobs } from "@/lib/jobs/install";
import { defineJob } from "@/lib/jobs/job";
import { startJobs } from "@/lib/jobs/start";
import { logOf } from "@/lib/testing/log";
import { startSmtpServer, type Behaviour, type TestSmtpServer } from "@/lib/testing/smtp-server";
import { whilePreparing } from "@/scripts/lib/preparing.mjs";
import { deliver, DELIVERY_SECONDS, type StoredMail } from "./delivery";
import { createMailer, type Mailer } from "./mailer";
import { newMail, type MailProgress } from "./progress";

let server: TestSmtpServer;
let behaviour: Behaviour = {};
/** How many addresses the mail server was asked about. */
let asked = 0;

const testMail = defineJob(
  "test.mail",
  z.object({ to: z.string() }),
  (ctx, { to }) => deliver(ctx, mailer(), storedMail(to)),
  { concurrency: 5, timeoutSeconds: DELIVERY_SECONDS },
);

function mailer(): Mailer {
  return createMailer({
    server: { host: "127.0.0.1", port: server.port, isTls: false, auth: null },
    from: { name: "", address: "muster@example.com" },
    mailName: "muster.example.com",
  });
}

function storedMail(to: string): StoredMail {
  return {
    lock: async ({ db }) => {
      const found = await db.$queryRawUnsafe<Row[]>(
        `SELECT * FROM test_mail WHERE "to" = $1 FOR UPDATE`,
        to,
      );
      return found[0] ? toProgress(found[0]) : null;
    },
    compose: () => Promise.resolve({ to, subject: "Hello", text: "Hello.", html: "<p>Hello.</p>" }),
    write: async ({ db }, progress) => {
      await db.$executeRawUnsafe(
        `UPDATE test_mail SET status = $2, delays = $3, error = $4 WHERE "to" = $1`,
        ...[to, progress.status, progress.delays, progress.error],
      );
    },
    tryAgain: (tx, startAfter) => enqueue(tx, testMail, { to }, { startAfter }),
  };
}

interface Row {
  to: string;
  status: MailProgress["status"];
  delays: number;
  queued_at: Date;
  error: string;
}

function toProgress({ status, delays, queued_at: queuedAt, error }: Row): MailProgress {
  return { status, delays, queuedAt, error };
}

async function queue(tx: Tx, to: string, progress: Partial<MailProgress> = {}): Promise<void> {
  const { status, delays, queuedAt, error } = { ...newMail(new Date()), ...progress };
  await tx.db.$executeRawUnsafe(
    `INSERT INTO test_mail VALUES ($1, $2, $3, $4, $5)`,
    ...[to, status, delays, queuedAt, error],
  );
  await enqueue(tx, testMail, { to });
}

function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(systemContext({ userAgent: "test" }), work);
}

function run(to: string): Promise<void> {
  return testMail.run(systemContext({ userAgent: "test" }), { to });
}

async function rowsOf(): Promise<Row[]> {
  const { rows } = await database().pool.query<Row>(`SELECT * FROM test_mail ORDER BY "to"`);
  return rows;
}

async function waiting(): Promise<{ seconds: number }[]> {
  const { rows } = await database().pool.query<{ seconds: number }>(
    `SELECT EXTRACT(epoch FROM start_after - now())::int AS seconds FROM pgboss.job
     WHERE name = 'test.mail' AND start_after > now()`,
  );
  return rows;
}

function received(): string[] {
  return server.mails.flatMap(({ to }) => to).sort();
}

beforeAll(async () => {
  await database().pool.query(
    `CREATE TABLE test_mail ("to" text PRIMARY KEY, status text, delays int, queued_at timestamptz, error text)`,
  );
  await whilePreparing(env().DATABASE_URL, {}, (client) => installJobs(client, [testMail]));
});

beforeEach(async () => {
  behaviour = {};
  asked = 0;
  server = await startSmtpServer({
    recipient: (address) => {
      asked += 1;
      return behaviour.recipient?.(address);
    },
    end: (mail) => behaviour.end?.(mail),
  });
});

afterEach(async () => {
  await server.stop();
  await database().pool.query(`DELETE FROM test_mail`);
  await database().pool.query(`DELETE FROM pgboss.job`);
});

describe("a queued mail", () => {
  test("is sent once, though two processes work and its job comes twice", async () => {
    const addresses = Array.from({ length: 50 }, (_, index) => `user-${index}@example.com`).sort();
    await inTransaction(async (tx) => {
      for (const to of addresses) {
        await queue(tx, to);
        await enqueue(tx, testMail, { to });
      }
    });
    const stops = await Promise.all([startJobs([testMail]), startJobs([testMail])]);
    await vi.waitFor(
      async () => {
        for (const { status } of await rowsOf()) expect(status).toBe("sent");
        const { rows } = await database().pool.query(
          `SELECT 1 FROM pgboss.job WHERE name = 'test.mail' AND state <> 'completed'`,
        );
        expect(rows).toEqual([]);
      },
      { timeout: 100_000, interval: 100 },
    );
    await Promise.all(stops.map((stop) => stop()));
    expect(received()).toEqual(addresses);
  });

  test("says that it is being sent before the server has all of it", async () => {
    let seen: Promise<Row[]> = Promise.resolve([]);
    behaviour.end = () => {
      seen = rowsOf();
      return undefined;
    };
    await inTransaction((tx) => queue(tx, "ada@example.com"));
    await run("ada@example.com");
    expect(await seen).toMatchObject([{ status: "sending" }]);
    expect(await rowsOf()).toMatchObject([{ status: "sent" }]);
  });

  test("that is not to be sent any more is dropped, also once the server has been asked", async () => {
    await run("nobody@example.com");
    expect(asked).toBe(0);

    await inTransaction((tx) => queue(tx, "ada@example.com"));
    const withdrawing = { ...storedMail("ada@example.com"), lock: vi.fn() };
    withdrawing.lock.mockResolvedValueOnce(newMail(new Date())).mockResolvedValue(null);
    await deliver(systemContext({ userAgent: "test" }), mailer(), withdrawing);
    expect(asked).toBe(1);
    expect(received()).toEqual([]);
  });

  test("is tried again a minute later where the server asks for it", async () => {
    behaviour.recipient = () => "451 4.7.1 Greylisted";
    await inTransaction((tx) => queue(tx, "ada@example.com"));
    const lines = await logOf(() => run("ada@example.com"));
    expect(lines.join()).toContain("a mail was not sent");
    expect(await rowsOf()).toMatchObject([
      {
        status: "queued",
        delays: 1,
        error: "The mail server does not take the address now: 451 4.7.1 Greylisted",
      },
    ]);
    const [again, ...more] = await waiting();
    expect(more).toEqual([]);
    expect(again?.seconds).toBeGreaterThan(30);
    expect(again?.seconds).toBeLessThanOrEqual(60);

    behaviour = {};
    await run("ada@example.com");
    expect(await rowsOf()).toMatchObject([{ status: "sent", error: "" }]);
    expect(received()).toEqual(["ada@example.com"]);
  });

  test("that is refused has failed, and is not tried again", async () => {
    behaviour.recipient = () => "550 5.1.1 No such user";
    await inTransaction((tx) => queue(tx, "ada@example.com"));
    await logOf(() => run("ada@example.com"));
    await run("ada@example.com");
    expect(await rowsOf()).toMatchObject([
      { status: "failed", error: "The mail server refused the address: 550 5.1.1 No such user" },
    ]);
    expect(await waiting()).toEqual([]);
  });

  test("that the server has taken without a word has failed, and is not sent again", async () => {
    let mails = 0;
    behaviour.end = () => {
      mails += 1;
      return "drop";
    };
    await inTransaction((tx) => queue(tx, "ada@example.com"));
    await logOf(() => run("ada@example.com"));
    await run("ada@example.com");
    expect(mails).toBe(1);
    const [row] = await rowsOf();
    expect(row).toMatchObject({ status: "failed" });
    expect(row?.error).toContain("It may have been sent.");
  });

  test("that is found half sent has failed, and is not sent again", async () => {
    await inTransaction((tx) => queue(tx, "ada@example.com", { status: "sending" }));
    await run("ada@example.com");
    expect(received()).toEqual([]);
    expect(await rowsOf()).toMatchObject([
      {
        status: "failed",
        error: "Muster was stopped while it sent this mail. It may have been sent.",
      },
    ]);
  });

  test("that another run has taken for half sent is what this one knows of it", async () => {
    behaviour.end = async () => {
      await run("ada@example.com");
      expect(await rowsOf()).toMatchObject([{ status: "failed" }]);
      return undefined;
    };
    await inTransaction((tx) => queue(tx, "ada@example.com"));
    await run("ada@example.com");
    expect(await rowsOf()).toMatchObject([{ status: "sent" }]);
    expect(received()).toEqual(["ada@example.com"]);
  });
});
