import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import PostalMime from "postal-mime";
import { POST as invite, DELETE as revoke } from "@/app/api/v1/users/invite/route";
import { POST as resend } from "@/app/api/v1/users/invite/resend/route";
import { POST as importUsers } from "@/app/api/v1/users/import/route";
import { DELETE as revokeAll } from "@/app/api/v1/users/invites/route";
import { GET as page } from "@/app/api/v2/users/invites/route";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { env, readVariables, settleEnv } from "@/lib/env";
import { installJobs } from "@/lib/jobs/install";
import { startJobs } from "@/lib/jobs/start";
import { callAs } from "@/lib/testing/call-as";
import { aGroup, anActor, masterKey, uniqueName } from "@/lib/testing/factories";
import { logOf } from "@/lib/testing/log";
import { startSmtpServer, type Behaviour, type TestSmtpServer } from "@/lib/testing/smtp-server";
import { whilePreparing } from "@/scripts/lib/preparing.mjs";
import { mailInvite } from "./jobs";

const configured = env();
const address = () => `${uniqueName()}@example.com`;
let server: TestSmtpServer;
let behaviour: Behaviour = {};

beforeAll(() =>
  whilePreparing(env().DATABASE_URL, {}, (client) => installJobs(client, [mailInvite])),
);

beforeEach(async () => {
  behaviour = {};
  server = await startSmtpServer({
    recipient: (to) => behaviour.recipient?.(to),
    end: (mail) => behaviour.end?.(mail),
  });
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
});

async function send(emails: string[], more: Record<string, unknown> = {}, caller = masterKey) {
  const { payload } = await callAs(caller, invite, { body: { user_emails: emails, ...more } });
  return payload;
}

async function statusOf(email: string) {
  const { payload } = await callAs(masterKey, page, { query: { q: email } });
  const [found] = payload.data;
  return found && { status: found.mail_status, error: found.mail_error };
}

/** Runs what is queued, until nothing is. */
async function workOff(): Promise<void> {
  const stop = await startJobs([mailInvite]);
  await vi.waitFor(
    async () => {
      const { rows } = await database().pool.query(
        `SELECT 1 FROM pgboss.job WHERE name = 'invite.mail' AND state < 'completed' AND start_after <= now()`,
      );
      expect(rows).toEqual([]);
    },
    { timeout: 60_000, interval: 100 },
  );
  await stop();
}

const received = () => server.mails.flatMap(({ to }) => to).sort();

/** Runs the jobs that are there now, once each, without waiting for their time. */
async function runNow(): Promise<string[]> {
  const { rows } = await database().pool.query<{ data: unknown }>(
    `DELETE FROM pgboss.job WHERE name = 'invite.mail' RETURNING data`,
  );
  return logOf(async () => {
    for (const { data } of rows) await mailInvite.run(systemContext({ userAgent: "test" }), data);
  });
}

describe("the mail of an invite", () => {
  test("reaches everybody once, and says so", async () => {
    const emails = Array.from({ length: 20 }, address).sort();
    expect((await send(emails)).map((each) => each.mail_status)).toEqual(
      emails.map(() => "queued"),
    );
    await workOff();
    expect(received()).toEqual(emails);
    expect(await statusOf(emails[0] ?? "")).toEqual({ status: "sent", error: "" });
  });

  test("says who invites, to what, and has the link on one line", async () => {
    const admin = await anActor("admin");
    const group = await aGroup();
    const email = `${"a".repeat(59)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.example.com`;
    const [made] = await send([email], { user_group_ids: [group] }, admin);
    await runNow();
    const mail = await PostalMime.parse(server.mails[0]?.source ?? "");
    expect(mail.subject).toContain(admin.username);
    expect(mail.text?.split("\n")).toContain(made?.invite_url);
    expect(made?.invite_url).toMatch(/^https:\/\/muster\.example\.com\/invite\?/);
    expect(mail.text).toContain("Service user");
    expect(mail.text).toContain(group);
  });

  test("is tried again after a greylisting, without a reason until it has failed", async () => {
    const email = address();
    behaviour.recipient = () => "451 4.7.1 Greylisted";
    await send([email]);
    await runNow();
    expect(await statusOf(email)).toEqual({ status: "queued", error: "" });
    behaviour = {};
    await runNow();
    expect(await statusOf(email)).toEqual({ status: "sent", error: "" });
    expect(received()).toEqual([email]);
  });

  test("fails at once for an address that is refused, and says why; sent again it may succeed", async () => {
    const email = address();
    behaviour.recipient = () => "550 5.1.1 No such user";
    await send([email]);
    await runNow();
    const { status, error } = (await statusOf(email)) ?? {};
    expect(status).toBe("failed");
    expect(error).toContain("550 5.1.1 No such user");
    behaviour = {};
    const { payload } = await callAs(masterKey, resend, { body: { ids: [email] } });
    expect(payload.done).toEqual([email]);
    await runNow();
    expect(await statusOf(email)).toEqual({ status: "sent", error: "" });
  });

  test("that a killed process was sending is not sent again", async () => {
    const email = address();
    await send([email]);
    await database().prisma.invite.update({ where: { email }, data: { mailStatus: "sending" } });
    expect(await statusOf(email)).toMatchObject({ status: "queued" });
    await runNow();
    expect(await statusOf(email)).toMatchObject({ status: "failed" });
    expect((await statusOf(email))?.error).toContain("may have been sent");
    expect(received()).toEqual([]);
  });

  test("is dropped when the invite was revoked, replaced or has expired", async () => {
    const [revoked, replaced, expired] = [address(), address(), address()];
    await send([revoked, replaced, expired]);
    await callAs(masterKey, revoke, { query: { invitee_email: revoked } });
    await send([replaced]);
    await database().prisma.invite.update({
      where: { email: expired },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    await runNow();
    expect(received()).toEqual([replaced]);
  });

  test("that is not wanted any more keeps no other waiting", async () => {
    const emails = Array.from({ length: 30 }, address);
    await send(emails);
    await send(emails);
    await callAs(masterKey, importUsers, {
      query: { mode: "invite" },
      body: { rows: emails.map((username) => ({ username })) },
    });
    await callAs(masterKey, resend, { body: { ids: emails }, query: { new_link: "true" } });
    await callAs(masterKey, revokeAll);
    const { rows } = await database().pool.query(`SELECT 1 FROM pgboss.job`);
    expect(rows).toEqual([]);
  });

  test("waits for nothing where mail is not configured any more", async () => {
    const email = address();
    await send([email]);
    settleEnv(configured);
    await runNow();
    expect(await statusOf(email)).toEqual({ status: "not_configured", error: "" });
  });
});
