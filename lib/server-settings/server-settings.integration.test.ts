import { afterEach, describe, expect, test } from "vitest";
import pg from "pg";
import { GET, PUT } from "@/app/api/server/settings/route";
import { POST as createUser } from "@/app/api/users/[username]/route";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { database } from "@/lib/db/client";
import { env, settleEnv } from "@/lib/env";
import { callAs, type CallInput } from "@/lib/testing/call-as";
import {
  anActor,
  anonymous,
  aUser,
  masterKey,
  PASSWORD,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint } from "@/lib/testing/observe";
import { defaultServerSettings, MAX_EMAIL_DOMAINS, settingBounds } from "./values";

/** What a server without mail answers before anything was set. */
const published = { ...defaultServerSettings, mail_configured: false };

function read(caller: Caller = masterKey) {
  return callAs(caller, GET);
}

function update(body: unknown, input: CallInput & { caller?: Caller } = {}) {
  const { caller = masterKey, ...rest } = input;
  return callAs(caller, PUT, { body, ...rest });
}

/** @returns the answer, once nothing is found to have changed */
async function unchanged(body: unknown, input: CallInput = {}) {
  const before = await fingerprint();
  const called = await update(body, input);
  expect(await fingerprint(), "nothing changes").toBe(before);
  return called;
}

function auditEntries() {
  return database().prisma.auditEntry.findMany({
    where: { targetType: "server-settings" },
    orderBy: { id: "asc" },
  });
}

async function etag(): Promise<string> {
  return (await read()).headers.get("etag") ?? "";
}

afterEach(async () => {
  await update(defaultServerSettings);
  await database().prisma.auditEntry.deleteMany();
});

describe("GET /api/server/settings", () => {
  test("of a new server answers the published defaults, and no secret", async () => {
    const called = await read(await anActor("auditor"));
    expect(called.payload).toEqual(published);
    expect(called.text).not.toContain("secret");
  });
});

test("whether mail is configured follows from the environment, and is not audited", async () => {
  const configured = env();
  const server = { host: "127.0.0.1", port: 25, isTls: false, auth: null };
  const from = { name: "", address: "muster@example.com" };
  settleEnv({ ...configured, SMTP_URL: server, MAIL_FROM: from });
  try {
    expect((await read()).payload.mail_configured).toBe(true);
    expect((await update({ session_minutes: 60 })).payload.mail_configured).toBe(true);
    const [entry] = await auditEntries();
    expect(entry).toMatchObject({ after: { session_minutes: 60 } });
    expect(JSON.stringify(entry)).not.toContain("mail_configured");
  } finally {
    settleEnv(configured);
  }
});

describe("PUT /api/server/settings", () => {
  test("applies the keys that are sent, leaves the others, and answers as stored", async () => {
    const owner = await anActor("super-admin");
    const { payload, headers } = await update(
      { session_minutes: 60, basic_auth: false, mfa_enforced: true },
      { caller: owner },
    );
    expect(payload).toEqual({
      ...published,
      session_minutes: 60,
      basic_auth: false,
      mfa_enforced: true,
    });
    const stored = await read();
    expect(stored.payload).toEqual(payload);
    expect(stored.headers.get("etag")).toBe(headers.get("etag"));
  });

  test("takes whether to notify, and ignores whether mail is configured", async () => {
    const { payload } = await update({ notify_pending: true, mail_configured: true });
    expect(payload).toMatchObject({ notify_pending: true, mail_configured: false });
    expect((await read()).payload.notify_pending).toBe(true);
    const [entry] = await auditEntries();
    expect(entry).toMatchObject({
      before: { notify_pending: false },
      after: { notify_pending: true },
    });
  });

  test("raises the version and leaves one entry with the changed keys only", async () => {
    const admin = await anActor("admin");
    const before = await etag();
    await update(
      { session_minutes: 60, invite_days: 7, allowed_email_domains: ["example.com"] },
      { caller: admin },
    );
    expect(await etag()).not.toBe(before);
    expect(await auditEntries()).toMatchObject([
      {
        verb: "server-settings.update",
        actor: admin.username,
        targetUserId: null,
        before: { session_minutes: 720, allowed_email_domains: ["*"] },
        after: { session_minutes: 60, allowed_email_domains: ["example.com"] },
      },
    ]);
    const [entry] = await auditEntries();
    expect(entry?.before).not.toHaveProperty("invite_days");
    expect(entry?.after).not.toHaveProperty("invite_days");
  });

  test.each([
    ["nothing", {}],
    ["what is so", defaultServerSettings],
    ["null", { session_minutes: null, allowed_email_domains: null, basic_auth: null }],
    ["unknown keys", { secretCheck: "mine", id: 2, version: 1 }],
    ["the same domain twice", { allowed_email_domains: ["*", "*"] }],
  ])("that sends %s changes nothing and keeps the version", async (_, body) => {
    const before = await etag();
    const called = await unchanged(body);
    expect(called.payload).toEqual(published);
    expect(called.headers.get("etag")).toBe(before);
  });

  test.each(Object.entries(settingBounds))("takes %s from %o to the end", async (key, bounds) => {
    for (const value of [bounds.min, bounds.max]) {
      expect((await update({ [key]: value })).payload).toMatchObject({ [key]: value });
    }
  });

  const notNumbers = [12.5, "12", "", true, [], {}, -1, 0, 1e308];
  test.each(Object.entries(settingBounds))("refuses %s outside of %o", async (key, bounds) => {
    for (const value of [bounds.min - 1, bounds.max + 1, ...notNumbers]) {
      const called = await unchanged({ [key]: value, basic_auth: false });
      expect({ value, status: called.status }).toEqual({ value, status: 400 });
      expect(called.problem.Errors).toEqual([
        {
          path: key,
          message: `This must be a whole number from ${bounds.min} to ${bounds.max.toLocaleString("en")}.`,
        },
      ]);
    }
  });

  test.each(["basic_auth", "mfa_enforced"])("refuses a %s that is no flag", async (key) => {
    for (const value of ["true", "", 1, 0, [], {}]) {
      const called = await unchanged({ [key]: value });
      expect({ value, paths: called.badPaths }).toEqual({ value, paths: [key] });
    }
  });

  test("names every bad key at once", async () => {
    const called = await unchanged({
      basic_auth: "yes",
      session_minutes: 4,
      invite_days: 366,
      allowed_email_domains: ["example.com", "@example.com", "https://example.com"],
    });
    expect(called.status).toBe(400);
    expect(called.badPaths.sort()).toEqual([
      "allowed_email_domains.1",
      "allowed_email_domains.2",
      "basic_auth",
      "invite_days",
      "session_minutes",
    ]);
  });
});

describe("the allowed e-mail domains", () => {
  test("are stored in lower case, each once, in the order they came", async () => {
    const sent = ["Example.COM", "b.example.org", "example.com", "xn--bcher-kva.example", "*"];
    const { payload } = await update({ allowed_email_domains: sent });
    expect(payload.allowed_email_domains).toEqual([
      "example.com",
      "b.example.org",
      "xn--bcher-kva.example",
      "*",
    ]);
  });

  test("may be none at all", async () => {
    expect((await update({ allowed_email_domains: [] })).payload.allowed_email_domains).toEqual([]);
  });

  const long = "a".repeat(63);
  test.each([
    "localhost",
    "1password.com",
    "a-b.example",
    `${long}.${long}.${long}.${"a".repeat(61)}`,
  ])("may name %s", async (domain) => {
    expect((await update({ allowed_email_domains: [domain] })).status).toBe(200);
  });

  test.each([
    "",
    " ",
    " example.com",
    "https://example.com",
    "example.com/",
    "ada@example.com",
    "@example.com",
    "*.example.com",
    "**",
    "example..com",
    ".example.com",
    "example.com.",
    "-a.example.com",
    "a-.example.com",
    "a_b.example.com",
    "example.com:25",
    "192.0.2.1",
    "bücher.example",
    "\u212Aelvin.example",
    `a${long}.com`,
    `${long}.${long}.${long}.${"a".repeat(62)}`,
    5,
    null,
    {},
  ])("may not name %j", async (domain) => {
    const called = await unchanged({ allowed_email_domains: ["example.com", domain] });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual(["allowed_email_domains.1"]);
  });

  test("are a list of a limited length", async () => {
    const domains = Array.from({ length: MAX_EMAIL_DOMAINS }, (_, index) => `d${index}.example`);
    expect((await update({ allowed_email_domains: domains })).status).toBe(200);
    for (const wrong of [[...domains, "one.too.many"], "example.com", { "example.com": {} }]) {
      const called = await unchanged({ allowed_email_domains: wrong });
      expect(called.badPaths).toEqual(["allowed_email_domains"]);
    }
  });
});

describe("If-Match", () => {
  test.each([
    ["the version", (tag: string) => tag],
    ["any version", () => "*"],
    ["a list with the version", (tag: string) => `"1", ${tag}`],
  ])("with %s lets the change through", async (_, header) => {
    const headers = { "If-Match": header(await etag()) };
    expect((await update({ invite_days: 8 }, { headers })).status).toBe(200);
  });

  test("with another version is 412 with the settings as they are, also where nothing changes", async () => {
    for (const body of [{ invite_days: 8 }, {}]) {
      const called = await unchanged(body, { headers: { "If-Match": '"1"' } });
      expect(called.status).toBe(412);
      expect(called.problem.Response).toEqual(published);
      expect(called.headers.get("etag")).toBe(await etag());
    }
  });

  test("comes after the rights and the bounds", async () => {
    const headers = { "If-Match": '"1"' };
    const auditor = await anActor("auditor");
    expect((await update({ invite_days: 8 }, { headers, caller: auditor })).status).toBe(403);
    expect((await update({ invite_days: 0 }, { headers })).status).toBe(400);
  });

  test("is checked under the row's lock: of parallel changes of one version one wins", async () => {
    const headers = { "If-Match": await etag() };
    const called = await Promise.all(
      Array.from({ length: 8 }, (_, index) => update({ invite_days: 10 + index }, { headers })),
    );
    const statuses = called.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array<number>(7).fill(412)]);
    expect(await auditEntries()).toHaveLength(1);
  });

  test("sees what the transaction before it has written", async () => {
    const headers = { "If-Match": await etag() };
    const theirs = await holding(
      `UPDATE "ServerSetting" SET "inviteDays" = 30, "version" = "version" + 1`,
    );
    const mine = update({ invite_days: 8 }, { headers });
    await untilBlocked();
    await theirs.commit();
    const called = await mine;
    expect(called.status).toBe(412);
    expect(called.problem.Response).toMatchObject({ invite_days: 30 });
  });

  test("left out, parallel changes of different keys all stay", async () => {
    await Promise.all([
      update({ invite_days: 8 }),
      update({ session_minutes: 60 }),
      update({ token_max_days: 30 }),
    ]);
    expect((await read()).payload).toMatchObject({
      invite_days: 8,
      session_minutes: 60,
      token_max_days: 30,
    });
    expect(await auditEntries()).toHaveLength(3);
  });
});

describe("a change that another process makes", () => {
  /** On a connection of its own, past everything that this process could remember. */
  async function elsewhere(assignment: string) {
    const client = new pg.Client(env().DATABASE_URL);
    await client.connect();
    await client.query(`UPDATE "ServerSetting" SET ${assignment}, "version" = "version" + 1`);
    await client.end();
  }

  const create = (password: string) =>
    callAs(masterKey, createUser, {
      params: { username: uniqueName() },
      body: { password, platform_role_id: "service-user" },
    });

  test("of the minimum password length acts on the next request", async () => {
    expect((await create("x".repeat(11))).status).toBe(200);
    await elsewhere(`"passwordMinLength" = 12`);
    const refused = await create("x".repeat(11));
    expect(refused.status).toBe(400);
    expect(refused.problem.Errors).toEqual([
      { path: "password", message: "A password has 12 to 256 characters." },
    ]);
    expect((await create("x".repeat(12))).status).toBe(200);
    await elsewhere(`"passwordMinLength" = 5`);
    expect((await create("x".repeat(5))).status).toBe(200);
  });

  test("of the session lifetime acts on the next sign-in, and not on those before", async () => {
    const { id, username } = await aUser();
    const body = { username, password: PASSWORD };
    const minutes = async () => {
      expect((await callAs(anonymous, signIn, { body })).status).toBe(200);
      const sessions = await database().prisma.session.findMany({
        where: { userId: id },
        orderBy: { createdAt: "asc" },
      });
      return sessions.map(
        ({ createdAt, expiresAt }) => (expiresAt.getTime() - createdAt.getTime()) / 60_000,
      );
    };
    expect(await minutes()).toEqual([720]);
    await elsewhere(`"sessionMinutes" = 5`);
    expect(await minutes()).toEqual([720, 5]);
    await elsewhere(`"sessionMinutes" = 525600`);
    expect(await minutes()).toEqual([720, 5, 525_600]);
  });

  test("of switching off passwords acts on the next sign-in", async () => {
    const { username } = await aUser({ role: "admin" });
    const body = { username, password: PASSWORD };
    await elsewhere(`"basicAuth" = false`);
    expect((await callAs(anonymous, signIn, { body })).status).toBe(403);
    await elsewhere(`"basicAuth" = true`);
    expect((await callAs(anonymous, signIn, { body })).status).toBe(200);
  });

  test("is in the next answer, with its version", async () => {
    const before = await etag();
    await elsewhere(`"inviteDays" = 21`);
    const called = await read();
    expect(called.payload.invite_days).toBe(21);
    expect(called.headers.get("etag")).not.toBe(before);
  });
});
