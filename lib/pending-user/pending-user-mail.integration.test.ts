import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import PostalMime from "postal-mime";
import { DELETE as clear } from "@/app/api/users_pending/route";
import { DELETE as reject, POST as approve } from "@/app/api/users_pending/user/[username]/route";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { transaction } from "@/lib/db/transaction";
import { env, readVariables, settleEnv } from "@/lib/env";
import { installJobs } from "@/lib/jobs/install";
import { callAs } from "@/lib/testing/call-as";
import { aPendingUser, aUser, masterKey, uniqueName } from "@/lib/testing/factories";
import { logOf } from "@/lib/testing/log";
import { startSmtpServer, type Behaviour, type TestSmtpServer } from "@/lib/testing/smtp-server";
import { whilePreparing } from "@/scripts/lib/preparing.mjs";
import { askToJoin } from "./effects";
import { mailAboutPendingUser } from "./jobs";

const configured = env();
const address = () => `${uniqueName()}@example.com`;
let server: TestSmtpServer;
let behaviour: Behaviour = {};

beforeAll(() =>
  whilePreparing(env().DATABASE_URL, {}, (client) => installJobs(client, [mailAboutPendingUser])),
);

beforeEach(async () => {
  await database().pool.query(`DELETE FROM "User"`);
  await database().pool.query(`DELETE FROM "PendingUser"`);
  await database().pool.query(
    `UPDATE "ServerSetting" SET "notifyPending" = true, "pendingToldAt" = '2020-01-01'`,
  );
  behaviour = {};
  server = await startSmtpServer({ recipient: (to) => behaviour.recipient?.(to) });
  settleEnv({
    ...configured,
    ...readVariables({
      SMTP_URL: `smtp://127.0.0.1:${String(server.port)}`,
      MAIL_FROM: "Muster <muster@example.com>",
      MUSTER_BASE_URL: "https://muster.example.com",
    }),
    DATABASE_URL: configured.DATABASE_URL,
    MUSTER_SECRET: configured.MUSTER_SECRET,
  });
});

afterEach(async () => {
  settleEnv(configured);
  await server.stop();
  await database().pool.query(`DELETE FROM pgboss.job`);
  await database().pool.query(`DELETE FROM "PendingUserMail"`);
});

/** Runs the jobs that are there now, once each, without waiting for their time. @returns what was logged */
async function runNow(): Promise<string[]> {
  const { rows } = await database().pool.query<{ data: unknown }>(
    `DELETE FROM pgboss.job WHERE name = 'pending-user.mail' RETURNING data`,
  );
  return logOf(async () => {
    for (const { data } of rows) {
      await mailAboutPendingUser.run(systemContext({ userAgent: "test" }), data);
    }
  });
}

const received = () => server.mails.flatMap(({ to }) => to).sort();
const kept = () => database().prisma.pendingUserMail.findMany();
const parsed = (at = 0) => PostalMime.parse(server.mails[at]?.source ?? "");

function ask(username = address(), now = new Date()) {
  const asked = {
    username,
    displayName: "Ada",
    provider: "google",
    issuer: "https://accounts.example.com",
    subject: uniqueName(),
  };
  return transaction({ ...systemContext({ userAgent: "test" }), now }, (tx) =>
    askToJoin(tx, asked),
  );
}

const letIn = (username: string) => callAs(masterKey, approve, { params: { username }, body: {} });

describe("who is let in", () => {
  test("is told where to sign in, once", async () => {
    const { username } = await aPendingUser();
    await letIn(username);
    await runNow();
    await runNow();
    expect(received()).toEqual([username]);
    const { text, subject } = await parsed();
    expect(subject).toBe("You are in: Muster on muster.example.com");
    expect(text?.split("\n")).toContain("https://muster.example.com/sign-in");
    expect(await kept()).toEqual([]);
  });

  test("is told nothing where the approval was refused", async () => {
    const { username } = await aPendingUser();
    await callAs(masterKey, approve, {
      params: { username },
      body: { user_group_ids: ["nobody"] },
    });
    await runNow();
    expect(received()).toEqual([]);
  });

  test("is told later where the mail server is busy, and no more once the account is gone", async () => {
    const { username } = await aPendingUser();
    behaviour.recipient = () => "451 4.7.1 Later";
    await letIn(username);
    await runNow();
    expect(await kept()).toMatchObject([{ mailStatus: "queued", mailDelays: 1 }]);
    behaviour.recipient = () => undefined;
    await database().pool.query(`DELETE FROM "User" WHERE "username" = $1`, [username]);
    await runNow();
    expect(received()).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  test("is not told again where a process died while it sent the mail", async () => {
    const { username } = await aPendingUser();
    await letIn(username);
    await database().pool.query(`UPDATE "PendingUserMail" SET "mailStatus" = 'sending'`);
    await runNow();
    expect(received()).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  test("is told nothing by a server that sends no mail any more", async () => {
    const { username } = await aPendingUser();
    await letIn(username);
    settleEnv(configured);
    await runNow();
    expect(await kept()).toEqual([]);
  });
});

describe("who is turned away", () => {
  test("is told so, and why", async () => {
    const { username } = await aPendingUser();
    await callAs(masterKey, reject, {
      params: { username },
      body: { reason: "Who <b>are</b> you?" },
    });
    await runNow();
    const { text, html } = await parsed();
    expect(received()).toEqual([username]);
    expect(text).toContain("Who <b>are</b> you?");
    expect(html).toContain("Who &lt;b&gt;are&lt;/b&gt; you?");
  });

  test("with all the others is told nothing", async () => {
    await aPendingUser();
    await callAs(masterKey, clear);
    await runNow();
    expect(received()).toEqual([]);
  });
});

describe("administrators", () => {
  test("who are enabled and have an address are told of who asks, once an hour at most", async () => {
    const [owner, admin] = [address(), address()];
    await aUser({ role: "super-admin", username: owner });
    await aUser({ role: "admin", username: admin });
    await aUser({ role: "admin" });
    await aUser({ role: "admin", username: address(), isDisabled: true });
    await aUser({ role: "auditor", username: address() });
    const now = new Date();
    const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
    await Promise.all([ask(address(), now), ask(address(), now)]);
    await runNow();
    expect(received()).toEqual([owner, admin].sort());
    expect((await parsed()).subject).toBe(
      "2 people wait to be let in: Muster on muster.example.com",
    );
    expect((await parsed()).text).toContain("https://muster.example.com/pending-users");
    await ask(address(), minutes(59));
    await runNow();
    expect(received()).toHaveLength(2);
    await ask(address(), minutes(60));
    await runNow();
    expect(received()).toHaveLength(4);
  });

  test("are told nothing by default, nor of who waits already", async () => {
    await aUser({ role: "admin", username: address() });
    const asking = address();
    await database().pool.query(`UPDATE "ServerSetting" SET "notifyPending" = false`);
    await ask(asking);
    await runNow();
    expect(received()).toEqual([]);
  });

  test("are told nothing once nobody waits, or they are no administrators", async () => {
    const admin = address();
    await aUser({ role: "admin", username: admin });
    await ask();
    await callAs(masterKey, clear);
    await runNow();
    expect(received()).toEqual([]);
    expect(await kept()).toEqual([]);
  });
});
