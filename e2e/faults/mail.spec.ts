// Mails go out once, whatever dies: real servers, a real mail server, and a count of what it was given.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import {
  startSmtpServer,
  type Behaviour,
  type TestSmtpServer,
} from "../../lib/testing/smtp-server";
import { startEmbeddedPostgres } from "../../scripts/lib/postgres.mjs";
import { TestServer } from "./server";

const INVITED = 60;
/** As many mails as a process sends side by side. */
const AT_ONCE = 5;

const addresses = Array.from({ length: INVITED }, (_, n) => `guest-${String(n)}@example.com`);

async function invite(server: TestServer, emails: readonly string[]): Promise<void> {
  const answer = await server.call("POST", "/api/v1/users/invite", { user_emails: emails });
  expect(answer.status).toBe(200);
}

const answered = z.object({
  Response: z.object({
    data: z.array(z.object({ email: z.string(), mail_status: z.string() })),
  }),
});

/** How the mails of all invites fare, by address; of none while the server has no database. */
async function mailStates(server: TestServer): Promise<Map<string, string>> {
  const answer = await server.call("GET", "/api/v2/users/invites?per_page=200").catch(() => null);
  if (!answer?.ok) return new Map();
  const { Response: page } = answered.parse(await answer.json());
  return new Map(page.data.map(({ email, mail_status: status }) => [email, status]));
}

async function untilNoneWaits(server: TestServer): Promise<Map<string, string>> {
  const ended = async () =>
    [...(await mailStates(server)).values()].filter((status) => status !== "queued").length;
  await expect.poll(ended, { timeout: 300_000 }).toBe(INVITED);
  return mailStates(server);
}

/** How often each address was given a mail. */
function countsOf({ mails }: TestSmtpServer): Map<string, number> {
  const counts = new Map<string, number>();
  for (const to of mails.flatMap((mail) => mail.to)) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
}

test.describe("mails", () => {
  test.describe.configure({ timeout: 480_000 });

  /** A mail server, and a server that uses it. */
  async function startBoth(behaviour: Behaviour) {
    const smtp = await startSmtpServer(behaviour);
    const mail = { SMTP_URL: `smtp://127.0.0.1:${String(smtp.port)}`, MAIL_FROM: "m@example.com" };
    const server = await TestServer.create();
    await server.start(mail);
    return { smtp, server, mail };
  }

  test("of a process that is killed in the middle of them are sent once, by another one", async () => {
    let killed: Promise<unknown> | undefined;
    const { smtp, server, mail } = await startBoth({
      end: () => {
        if (smtp.mails.length === 20) killed ??= server.end("SIGKILL");
        return undefined;
      },
    });
    const { url, stop } = await startEmbeddedPostgres({ dataDir: server.postgresDir });
    const other = await TestServer.create();
    await other.start({ ...mail, DATABASE_URL: url });
    await invite(server, addresses);

    const states = await untilNoneWaits(other);
    expect(killed).toBeDefined();
    const counts = countsOf(smtp);
    expect([...counts].filter(([, count]) => count > 1)).toEqual([]);
    const of = (status: string) => addresses.filter((address) => states.get(address) === status);
    expect(of("sent").filter((address) => !counts.has(address))).toEqual([]);
    // Of nothing but what was on its way is it not known whether it arrived.
    expect(of("failed").length).toBeLessThanOrEqual(AT_ONCE);
    expect(of("sent").length + of("failed").length).toBe(INVITED);

    await other.remove();
    await stop();
    await server.remove();
    await smtp.stop();
  });

  test("are sent once when the database stops after the invites, and in the middle of a mail", async () => {
    let stopped: Promise<unknown> | undefined;
    const { smtp, server } = await startBoth({
      end: async () => {
        if (smtp.mails.length === 20) await (stopped ??= stopDatabase(server));
        return undefined;
      },
    });
    await invite(server, addresses);
    await stopDatabase(server);

    const states = await untilNoneWaits(server);
    expect(stopped).toBeDefined();
    expect(new Set(states.values())).toEqual(new Set(["sent"]));
    expect(countsOf(smtp)).toEqual(new Map(addresses.map((address) => [address, 1])));

    await server.remove();
    await smtp.stop();
  });
});

/** The server starts it again. */
async function stopDatabase({ postgresDir }: TestServer): Promise<void> {
  const [pid = ""] = (await readFile(path.join(postgresDir, "postmaster.pid"), "utf8")).split("\n");
  await promisify(execFile)("kill", ["-INT", pid]);
}
