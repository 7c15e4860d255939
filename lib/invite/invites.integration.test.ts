import { describe, expect, test } from "vitest";
import { GET as getUsers } from "@/app/api/v2/users/route";
import { POST as createUser } from "@/app/api/users/[username]/route";
import { DELETE as revoke, GET as verify, POST as invite } from "@/app/api/v1/users/invite/route";
import { POST as resend } from "@/app/api/v1/users/invite/resend/route";
import { DELETE as revokeAll, GET as list } from "@/app/api/v1/users/invites/route";
import { DELETE as bulkRevoke } from "@/app/api/v1/users/invites/bulk/route";
import { GET as page } from "@/app/api/v2/users/invites/route";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  aGroup,
  anActor,
  anInvite,
  anonymous,
  aUser,
  masterKey,
  PASSWORD,
  uniqueName,
  type Caller,
  type TestInvite,
} from "@/lib/testing/factories";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { auditEntriesAbout } from "@/lib/testing/stored";

const DAY_MS = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
const address = () => `${uniqueName()}@example.com`;
const send = (caller: Caller, body: unknown, query = {}) => callAs(caller, invite, { body, query });

function codeIn(url: string): string {
  return new URL(url).searchParams.get("invite_code") ?? "";
}

function ask({ email, code }: TestInvite) {
  return callAs(anonymous, verify, { query: { email, invite_code: code } });
}

async function stored(email: string) {
  return database().prisma.invite.findUnique({ where: { email } });
}

describe("POST /api/v1/users/invite", () => {
  test("answers in the order sent, each address once, trimmed and in lower case", async () => {
    const [a, b, taken] = [address(), address(), address()];
    await aUser({ username: taken });
    const { payload } = await send(masterKey, {
      user_emails: [` ${b.toUpperCase()} `, taken, a, b],
    });
    expect(payload.map(({ email, status }) => [email, status])).toEqual([
      [b, "invited"],
      [taken, "user_exists"],
      [a, "invited"],
    ]);
    expect(payload[1]).toEqual({
      email: taken,
      status: "user_exists",
      invite_url: "",
      mail_status: "",
    });
    expect(payload[0]?.mail_status).toBe("not_configured");
    expect(await stored(taken)).toBeNull();
  });

  test("makes a link to this server, with a code that nobody guesses and that is stored encrypted", async () => {
    const email = address();
    const { payload } = await send(masterKey, { user_emails: [email] });
    const link = new URL(payload[0]?.invite_url ?? "");
    expect([link.origin, link.pathname]).toEqual(["http://localhost:3000", "/invite"]);
    expect(link.searchParams.get("email")).toBe(email);
    const code = codeIn(link.href);
    expect(code).toMatch(/^[\w-]{22,29}$/);
    expect(Buffer.from((await stored(email))?.code ?? []).toString("latin1")).not.toContain(code);
    expect((await ask({ email, code })).status).toBe(200);
  });

  test("a second invite replaces the first", async () => {
    const first = await anInvite();
    const { payload } = await send(masterKey, {
      user_emails: [first.email],
      platform_role_id: "auditor",
    });
    expect(payload[0]?.status).toBe("reinvited");
    expect((await ask(first)).status).toBe(404);
    expect((await stored(first.email))?.roleId).toBe("auditor");
  });

  test("takes what a row leaves out from beside it", async () => {
    const [a, b] = [address(), address()];
    const [group, other] = [await aGroup(), await aGroup()];
    await send(masterKey, {
      invites: [
        { email: a, user_group_ids: { [other]: {} } },
        { email: b, platform_role_id: null },
      ],
      platform_role_id: "auditor",
      user_group_ids: [group],
    });
    const { payload } = await callAs(masterKey, page, { query: { per_page: 500 } });
    const of = (email: string) => payload.data.find((each) => each.email === email);
    expect(of(a)).toMatchObject({ platform_role_id: "auditor", user_group_ids: { [other]: {} } });
    expect(of(b)).toMatchObject({ platform_role_id: "auditor", user_group_ids: { [group]: {} } });
  });

  test("names every bad address, and invites nobody then", async () => {
    const good = address();
    const before = await fingerprint();
    const called = await send(masterKey, {
      user_emails: [
        "ada",
        good,
        "a b@example.com",
        "",
        "ada@",
        "ä@example.com",
        `${"a".repeat(250)}@b.de`,
      ],
    });
    expect(called.status).toBe(400);
    expect(called.badPaths).toEqual([0, 2, 3, 4, 5, 6].map((at) => `user_emails.${String(at)}`));
    const rows = await send(masterKey, { invites: [{ email: good }, { email: "ada" }, {}] });
    expect(rows.badPaths).toEqual(["invites.1.email", "invites.2.email"]);
    expect(await fingerprint()).toBe(before);
  });

  test.each([
    [
      "both lists",
      { user_emails: ["a@b.de"], invites: [{ email: "a@b.de" }] },
      ["invites", "user_emails"],
    ],
    ["no list", {}, ["user_emails"]],
    ["no address", { user_emails: [] }, ["user_emails"]],
    ["no row", { invites: [] }, ["invites"]],
    [
      "too many",
      { user_emails: Array.from({ length: 5001 }, (_, n) => `u${String(n)}@b.de`) },
      ["user_emails"],
    ],
    [
      "the super admin's role",
      { user_emails: ["a@b.de"], platform_role_id: "super-admin" },
      ["platform_role_id"],
    ],
    [
      "a network role",
      { user_emails: ["a@b.de"], platform_role_id: "global-network-user" },
      ["platform_role_id"],
    ],
    [
      "an address twice, with another role",
      { invites: [{ email: "a@b.de" }, { email: "A@b.de", platform_role_id: "auditor" }] },
      ["invites.1.email"],
    ],
    [
      "an unknown group",
      { user_emails: ["a@b.de"], user_group_ids: ["nope"] },
      ["user_group_ids.nope"],
    ],
    [
      "an unknown group of rows",
      {
        invites: [
          { email: "a@b.de", user_group_ids: ["nope"] },
          { email: "b@b.de", user_group_ids: ["nope"] },
        ],
      },
      ["invites.0.user_group_ids.nope", "invites.1.user_group_ids.nope"],
    ],
    ["a control character", { user_emails: ["\ta@b.de"] }, ["user_emails.0"]],
  ])("refuses %s", async (_, body, paths) => {
    const called = await send(masterKey, body);
    expect(called.status).toBe(400);
    expect(called.badPaths.sort()).toEqual(paths);
  });

  test("only the super admin and the master key invite admins", async () => {
    const body = () => ({ user_emails: [address()], platform_role_id: "admin" });
    expect((await send(await anActor("admin"), body())).status).toBe(403);
    expect((await send(await anActor("super-admin"), body())).status).toBe(200);
    expect((await send(masterKey, body())).status).toBe(200);
  });

  test("leads into no group whose members an identity provider decides", async () => {
    const external = await aGroup({ externalId: uniqueName("external") });
    const called = await send(masterKey, { user_emails: [address()], user_group_ids: [external] });
    expect([called.status, called.badPaths]).toEqual([409, [`user_group_ids.${external}`]]);
  });

  test("tells with dry_run what it would do, and does nothing", async () => {
    const known = await anInvite();
    const before = await fingerprint();
    const { payload } = await send(
      masterKey,
      { user_emails: [known.email, address()] },
      { dry_run: "true" },
    );
    expect(payload.map(({ status, invite_url: url }) => [status, url])).toEqual([
      ["reinvited", ""],
      ["invited", ""],
    ]);
    expect(await fingerprint()).toBe(before);
  });

  test("writes one audit entry for each, without the code", async () => {
    const email = address();
    const admin = await anActor("admin");
    const { payload } = await send(admin, { user_emails: [email] });
    const entries = await auditEntriesAbout(email);
    expect(entries).toMatchObject([
      {
        verb: "invite.create",
        targetType: "invite",
        targetName: email,
        actor: admin.username,
        before: null,
        after: { platform_role_id: "service-user", user_group_ids: [] },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain(
      codeIn(payload[0]?.invite_url ?? "?invite_code=x"),
    );
  });

  test("asks no more for many than for few", async () => {
    const emails = (count: number) => Array.from({ length: count }, address);
    const few = await statementsOf(() => send(masterKey, { user_emails: emails(2) }));
    const many = await statementsOf(() => send(masterKey, { user_emails: emails(300) }));
    expect(many.length).toBe(few.length);
  });
});

test("of an invite and an account of the same name, made at once, the account stays alone", async () => {
  const emails = Array.from({ length: 12 }, address);
  const calls = emails.flatMap((email) => [
    send(masterKey, { user_emails: [email] }),
    callAs(masterKey, createUser, { params: { username: email }, body: { password: PASSWORD } }),
  ]);
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(calls.map(() => 200));
  expect(await database().prisma.invite.count({ where: { email: { in: emails } } })).toBe(0);
});

test("of many invites to one address at once the last one is good", async () => {
  const email = address();
  const calls = Array.from({ length: 10 }, () => send(masterKey, { user_emails: [email] }));
  const codes = (await Promise.all(calls)).map(({ payload }) =>
    codeIn(payload[0]?.invite_url ?? ""),
  );
  const asked = await Promise.all(codes.map((code) => ask({ email, code })));
  expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
});

describe("GET /api/v1/users/invite", () => {
  test("uses nothing up, and takes the address in any case", async () => {
    const { email, code } = await anInvite();
    for (let time = 0; time < 3; time += 1) {
      expect((await ask({ email: email.toUpperCase(), code })).status).toBe(200);
    }
  });

  test("says the same of what is unknown, wrong and expired", async () => {
    const expired = await anInvite({ expiresAt: daysAgo(1) });
    const { email, code } = await anInvite();
    const answers = await Promise.all([
      ask(expired),
      ask({ email, code: `${code.slice(0, -1)}!` }),
      ask({ email, code: "" }),
      ask({ email: address(), code }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ problem }) => problem.Message)).size).toBe(1);
  });

  test("is throttled by the client's address, and only for wrong codes", async () => {
    const { email, code } = await anInvite();
    const keys = () =>
      database().prisma.throttle.findMany({ where: { key: { startsWith: "invite-code:" } } });
    await database().prisma.throttle.deleteMany({});
    await ask({ email, code });
    expect((await keys()).filter(({ failures }) => failures > 0)).toEqual([]);
    await ask({ email, code: "wrong" });
    expect(await keys()).toMatchObject([{ failures: 1 }]);
    expect((await keys())[0]?.key).not.toContain(email);
  });
});

describe("the lists of invites", () => {
  test("show codes to whoever may invite, while they are good", async () => {
    const open = await anInvite();
    const expired = await anInvite({ expiresAt: daysAgo(1) });
    const seenBy = async (caller: Caller) => {
      const { payload } = await callAs(caller, list);
      const of = ({ email }: TestInvite) => payload.find((each) => each.email === email);
      return { open: of(open), expired: of(expired) };
    };
    const admin = await seenBy(await anActor("admin"));
    expect(admin.open?.invite_code).toBe(open.code);
    expect(codeIn(admin.open?.invite_url ?? "")).toBe(open.code);
    expect([admin.expired?.invite_code, admin.expired?.invite_url]).toEqual(["", ""]);
    const auditor = await seenBy(await anActor("auditor"));
    expect([auditor.open?.invite_code, auditor.open?.invite_url]).toEqual(["", ""]);
    expect(auditor.open?.network_roles).toEqual({});
  });

  test("show no code of a role that the reader may not give, who could take it by the link", async () => {
    const { email } = await anInvite({ role: "admin" });
    const codeFor = async (caller: Caller) =>
      (await callAs(caller, page, { query: { q: email } })).payload.data[0]?.invite_code;
    expect(await codeFor(await anActor("admin"))).toBe("");
    expect(await codeFor(await anActor("super-admin"))).not.toBe("");
  });

  test("leave out what has been expired for 90 days", async () => {
    const gone = await anInvite({ createdAt: daysAgo(100), expiresAt: daysAgo(90.1) });
    const listed = await anInvite({ createdAt: daysAgo(100), expiresAt: daysAgo(89.9) });
    const { payload } = await callAs(masterKey, list);
    const emails = payload.map(({ email }) => email);
    expect([emails.includes(gone.email), emails.includes(listed.email)]).toEqual([false, true]);
  });

  test("are searched, filtered and sorted", async () => {
    const word = uniqueName("word");
    const invites = [
      await anInvite({ email: `b-${word}@example.com`, role: "auditor", createdAt: daysAgo(2) }),
      await anInvite({
        email: `a-${word}@example.com`,
        mailStatus: "failed",
        createdAt: daysAgo(1),
      }),
      await anInvite({
        email: `c-${word}@example.com`,
        mailStatus: "sending",
        createdAt: daysAgo(3),
        expiresAt: daysAgo(1),
      }),
      await anInvite({ createdBy: word, createdAt: daysAgo(4) }),
    ].map(({ email }) => email);
    const [b, a, c, other] = invites;
    const find = async (query: Record<string, string | string[]>) => {
      const { payload } = await callAs(masterKey, page, {
        query: { q: word.toUpperCase(), ...query },
      });
      expect(payload.total).toBe(payload.data.length);
      return payload.data.map(({ email }) => email);
    };
    expect(await find({})).toEqual([a, b, c, other]);
    expect(await find({ sort: "email" })).toEqual([a, b, c, other]);
    expect(await find({ sort: "email", order: "desc" })).toEqual([other, c, b, a]);
    expect(await find({ sort: "created_at" })).toEqual([other, c, b, a]);
    expect(await find({ state: "expired" })).toEqual([c]);
    expect(await find({ state: ["expired", "valid"] })).toEqual([a, b, c, other]);
    expect(await find({ mail_status: ["queued", "failed"] })).toEqual([a, c]);
    expect(await find({ role: "auditor" })).toEqual([b]);
  });
});

test("the page of invites names those of some addresses, and no others", async () => {
  const invites = [await anInvite(), await anInvite(), await anInvite()];
  const wanted = invites.slice(1).map(({ email }) => email);
  const { payload } = await callAs(masterKey, page, {
    query: { id: [...wanted.map((email) => email.toUpperCase()), "nobody@example.com"] },
  });
  expect(payload.data.map(({ email }) => email).sort()).toEqual(wanted.sort());
});

describe("POST /api/v1/users/invite/resend", () => {
  const again = (caller: Caller, ids: string[], query = {}) =>
    callAs(caller, resend, { body: { ids }, query });

  test("makes a new code and time, and ends the old link", async () => {
    const old = await anInvite({ expiresAt: daysAgo(3), createdBy: "grace" });
    const { payload } = await again(masterKey, [old.email], { new_link: "true" });
    expect(payload).toEqual({ done: [old.email], skipped: [], client_configs: 0 });
    const { payload: listed } = await callAs(masterKey, page, { query: { q: old.email } });
    const [renewed] = listed.data;
    expect(renewed?.invite_code).not.toBe(old.code);
    expect(renewed?.created_by).toBe("grace");
    expect((await ask(old)).status).toBe(404);
    expect((await ask({ email: old.email, code: renewed?.invite_code ?? "" })).status).toBe(200);
    expect(await auditEntriesAbout(old.email)).toMatchObject([
      { verb: "invite.resend", after: { new_link: true } },
    ]);
  });

  test("skips what is unknown, what has expired, and what no mail can be sent for", async () => {
    const expired = await anInvite({ expiresAt: daysAgo(1) });
    const open = await anInvite();
    const unknown = address();
    const { payload } = await again(masterKey, [unknown, expired.email, open.email]);
    expect(payload.done).toEqual([]);
    expect(payload.skipped.map(({ reason }) => reason)).toEqual([
      `There is no invite for "${unknown}".`,
      "This invite has expired. Make a new link.",
      "This server sends no mail. Copy the link and hand it over.",
    ]);
  });

  test("skips a role that the caller may not give", async () => {
    const { email } = await anInvite({ role: "admin" });
    const byAdmin = await again(await anActor("admin"), [email], { new_link: "true" });
    expect(byAdmin.payload.skipped).toMatchObject([{ id: email }]);
    const dry = await again(await anActor("super-admin"), [email], {
      new_link: "true",
      dry_run: "true",
    });
    expect(dry.payload.done).toEqual([email]);
    expect(await auditEntriesAbout(email)).toEqual([]);
  });
});

describe("revoking", () => {
  test("ends the link, in any case of the address", async () => {
    const one = await anInvite();
    await callAs(masterKey, revoke, { query: { invitee_email: one.email.toUpperCase() } });
    expect((await ask(one)).status).toBe(404);
    const again = await callAs(masterKey, revoke, { query: { invitee_email: one.email } });
    expect(again.status).toBe(404);
    expect(await auditEntriesAbout(one.email)).toMatchObject([
      { verb: "invite.revoke", after: null },
    ]);
  });

  test("takes many, and says of the others why not", async () => {
    const one = await anInvite();
    const unknown = address();
    const { payload } = await callAs(masterKey, bulkRevoke, {
      body: { ids: [unknown, one.email.toUpperCase()] },
    });
    expect(payload.done).toEqual([one.email]);
    expect(payload.skipped).toMatchObject([{ id: unknown }]);
  });

  test("takes all, with an entry for each that was listed", async () => {
    const listed = [await anInvite(), await anInvite()];
    const unlisted = await anInvite({ createdAt: daysAgo(200), expiresAt: daysAgo(100) });
    await callAs(masterKey, revokeAll);
    expect(await database().prisma.invite.count()).toBe(0);
    for (const { email } of listed) expect(await auditEntriesAbout(email)).toHaveLength(1);
    expect(await auditEntriesAbout(unlisted.email)).toEqual([]);
  });
});

test("an account that is made otherwise ends its invite", async () => {
  const { email, code } = await anInvite();
  await callAs(masterKey, createUser, {
    params: { username: email },
    body: { password: PASSWORD },
  });
  expect(await stored(email)).toBeNull();
  expect((await ask({ email, code })).status).toBe(404);
  const { payload } = await callAs(masterKey, getUsers, { query: { q: email } });
  expect(payload.total).toBe(1);
});
