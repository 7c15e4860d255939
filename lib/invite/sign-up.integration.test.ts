import { describe, expect, test } from "vitest";
import { POST as authenticate } from "@/app/api/users/adm/authenticate/route";
import { POST as signUp } from "@/app/api/v1/users/invite-signup/route";
import { GET as verify } from "@/app/api/v1/users/invite/route";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { callAs } from "@/lib/testing/call-as";
import {
  aGroup,
  anInvite,
  anonymous,
  PASSWORD,
  uniqueName,
  type TestInvite,
} from "@/lib/testing/factories";
import { logOf } from "@/lib/testing/log";
import { fingerprint } from "@/lib/testing/observe";
import { auditEntriesAbout, auditEntriesOf, storedUser } from "@/lib/testing/stored";
import { readSignUpOffer } from "./sign-up-service";

function accept({ email, code }: TestInvite, body: Record<string, unknown> = {}) {
  return callAs(anonymous, signUp, {
    query: { email, invite_code: code },
    body: { password: PASSWORD, ...body },
  });
}

function offerOf({ email, code }: TestInvite, ip: string) {
  const ctx = systemContext({ userAgent: "" });
  const client = { ...ctx.client, ip };
  return readSignUpOffer({ ...ctx, client }, { email, invite_code: code });
}

describe("the offer that the sign-up page shows", () => {
  test("says what signing up needs, as often as it is asked, and uses nothing up", async () => {
    const invite = await anInvite();
    const before = await fingerprint();
    for (let asked = 0; asked < 3; asked += 1) {
      expect(await offerOf(invite, "192.0.2.10")).toEqual({
        email: invite.email,
        hasPasswords: true,
        passwordMinLength: 5,
      });
    }
    expect(await fingerprint()).toBe(before);
    expect((await accept(invite)).status).toBe(200);
  });

  test("is refused alike for a wrong, an expired and a used link and an unknown address", async () => {
    const used = await anInvite();
    await accept(used);
    const links = [
      { ...(await anInvite()), code: "wrong" },
      await anInvite({ expiresAt: new Date(Date.now() - 1000) }),
      used,
      { email: `${uniqueName()}@example.com`, code: "wrong" },
    ];
    const refusals = await Promise.all(
      links.map((link) => offerOf(link, "192.0.2.11").catch((error: unknown) => String(error))),
    );
    expect(new Set(refusals).size).toBe(1);
    expect(refusals[0]).toContain("not good any more");
  });

  test("counts what is wrong for the client's address, which has to wait in the end", async () => {
    const invite = await anInvite();
    const key = "invite-code:address:192.0.2.12";
    await offerOf({ ...invite, code: "wrong" }, "192.0.2.12").catch(() => undefined);
    const { prisma } = database();
    expect(await prisma.throttle.findUnique({ where: { key } })).toMatchObject({ failures: 1 });
    const blockedUntil = new Date(Date.now() + 4 * 60_000);
    await prisma.throttle.update({ where: { key }, data: { failures: 303, blockedUntil } });
    await expect(offerOf(invite, "192.0.2.12")).rejects.toMatchObject({
      code: "throttled",
      message: "Too many failed attempts. Try again in 4 minutes.",
    });
  });
});

describe("POST /api/v1/users/invite-signup", () => {
  test("makes the account that the invite is for, which signs in then", async () => {
    const group = await aGroup();
    const invite = await anInvite({ role: "auditor", groupIds: [group], createdBy: "grace" });
    const { payload } = await accept(
      { ...invite, email: invite.email.toUpperCase() },
      {
        username: invite.email.toUpperCase(),
        display_name: " Ada ",
        platform_role_id: "admin",
        user_group_ids: [],
      },
    );
    expect(payload).toBeNull();
    const user = await storedUser(invite.email);
    expect(user).toMatchObject({
      displayName: "Ada",
      platformRoleId: "auditor",
      createdBy: "grace",
      memberships: [{ groupId: group }],
    });
    expect(await database().prisma.session.count({ where: { userId: user.id } })).toBe(0);
    const signedIn = await callAs(anonymous, authenticate, {
      body: { username: invite.email, password: PASSWORD },
    });
    expect(signedIn.status).toBe(200);
    const entries = [
      ...(await auditEntriesOf(user.id)),
      ...(await auditEntriesAbout(invite.email)),
    ];
    const made = entries.filter(({ verb }) => verb !== "session.create");
    expect(made.map(({ verb, actor, actorId }) => [verb, actor, actorId])).toEqual(
      expect.arrayContaining([
        ["user.create", invite.email, user.id],
        ["invite.accept", invite.email, user.id],
      ]),
    );
    expect(JSON.stringify(made)).not.toContain(invite.code);
  });

  test("leaves nothing of the link in the log", async () => {
    const invite = await anInvite();
    const query = { email: invite.email, invite_code: invite.code };
    const log = (
      await logOf(async () => {
        await callAs(anonymous, verify, { query });
        await callAs(anonymous, verify, { query: { ...query, invite_code: "wrong" } });
        await accept(invite, { password: "abc" });
        await accept(invite);
        await accept(invite);
      })
    ).join("\n");
    expect(log.match(/"msg":"request"/g)).toHaveLength(5);
    expect(log).not.toContain(invite.code);
    expect(log).not.toContain(invite.email);
  });

  test("serves once, also of twenty at the same time", async () => {
    const invite = await anInvite();
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => accept(invite)))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.every((status) => [200, 404, 409].includes(status))).toBe(true);
    expect((await accept(invite)).status).toBe(404);
  });

  test("refuses another name, and a password that is too short, without counting", async () => {
    const invite = await anInvite();
    const before = await fingerprint();
    const other = await accept(invite, { username: uniqueName() });
    expect([other.status, other.badPaths]).toEqual([400, ["username"]]);
    const short = await accept(invite, { password: "abc" });
    expect([short.status, short.badPaths]).toEqual([400, ["password"]]);
    expect(await fingerprint()).toBe(before);
  });

  test("leaves out groups that are gone, or that an identity provider decides about", async () => {
    const [kept, gone, external] = [await aGroup(), await aGroup(), await aGroup()];
    const invite = await anInvite({ groupIds: [kept, gone, external] });
    const { prisma } = database();
    await prisma.group.delete({ where: { id: gone } });
    await prisma.group.update({
      where: { id: external },
      data: { externalId: uniqueName("external") },
    });
    await accept(invite);
    expect((await storedUser(invite.email)).memberships).toEqual([{ groupId: kept }]);
    const { memberCount } = await prisma.group.findUniqueOrThrow({ where: { id: kept } });
    expect(memberCount).toBe(1);
  });

  test("puts an admin into the group of admins", async () => {
    const invite = await anInvite({ role: "admin" });
    await accept(invite);
    expect((await storedUser(invite.email)).memberships).toEqual([{ groupId: ADMIN_GROUP }]);
  });

  test("makes nothing while passwords are switched off, which only a right code learns", async () => {
    const invite = await anInvite();
    const switchTo = (basic_auth: boolean) =>
      database().prisma.serverSetting.updateMany({ data: { basicAuth: basic_auth } });
    await switchTo(false);
    try {
      expect((await accept(invite)).status).toBe(403);
      expect((await accept({ ...invite, code: "wrong" })).status).toBe(404);
      expect(await database().prisma.user.count({ where: { username: invite.email } })).toBe(0);
    } finally {
      await switchTo(true);
    }
    expect((await accept(invite)).status).toBe(200);
  });
});
