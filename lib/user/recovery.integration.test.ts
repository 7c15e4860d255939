// Every test but the one without a super admin resets the one that there is.
import { beforeEach, describe, expect, test } from "vitest";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { GET } from "@/app/api/users/[username]/route";
import { GET as listAudit } from "@/app/api/v1/audit/route";
import type { Context } from "@/lib/context";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import type { Actor } from "@/lib/permissions";
import { callAs } from "@/lib/testing/call-as";
import {
  anAccessToken,
  anActor,
  anonymous,
  aSession,
  aUser,
  PASSWORD,
  uniqueName,
} from "@/lib/testing/factories";
import { anIdentity } from "@/lib/testing/identities";
import { aPreAuthToken, enrolTotp } from "@/lib/testing/mfa";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { userActor } from "@/lib/testing/entities";
import { fingerprint } from "@/lib/testing/observe";
import { auditEntriesOf, sessionCountOf, storedUser, tokenCountOf } from "@/lib/testing/stored";
import { resetSuperAdmin } from "./recovery-service";

function context(actor?: Actor): Context {
  const ctx = systemContext({ userAgent: "npm run admin" });
  return actor ? { ...ctx, actor } : ctx;
}

async function withoutSuperAdmin() {
  await database().prisma.user.deleteMany({ where: { platformRoleId: "super-admin" } });
}

function statusOfSignIn(username: string, password: string) {
  return callAs(anonymous, signIn, { body: { username, password } }).then(({ status }) => status);
}

describe("resetting the super admin", () => {
  beforeEach(withoutSuperAdmin);

  test("makes a password with which they can sign in at once", async () => {
    const owner = await aUser({ role: "super-admin" });
    const { username, password } = await resetSuperAdmin(context());
    expect(username).toBe(owner.username);
    expect(await statusOfSignIn(username, password)).toBe(200);
    expect(await statusOfSignIn(username, PASSWORD)).toBe(401);
  });

  test("ends all sessions and tokens, of nobody else", async () => {
    const owner = await anActor("super-admin", { hasSudo: true });
    await aSession(owner);
    const token = await anAccessToken(owner);
    const other = await anActor("admin");
    const otherToken = await anAccessToken(other);
    await resetSuperAdmin(context());
    expect(await sessionCountOf(owner.id)).toBe(0);
    expect(await tokenCountOf(owner.id)).toBe(0);
    const params = { username: owner.username };
    const statuses = await Promise.all(
      [owner, token, other, otherToken].map((caller) => callAs(caller, GET, { params })),
    );
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 200, 200]);
  });

  test("opens an account that was disabled, had MFA or signed in elsewhere", async () => {
    const owner = await aUser({
      role: "super-admin",
      isDisabled: true,
      isMfaEnabled: true,
      authType: "oauth",
    });
    const before = await storedUser(owner.username);
    const { username, password } = await resetSuperAdmin(context());
    const after = await storedUser(username);
    expect(after).toMatchObject({ isDisabled: false, isMfaEnabled: false, authType: "basic_auth" });
    expect(after.version).toBeGreaterThan(before.version);
    expect(await statusOfSignIn(username, password)).toBe(200);
  });

  test("takes every other way in along", async () => {
    const owner = await aUser({ role: "super-admin" });
    await enrolTotp(owner);
    const half = await aPreAuthToken(owner);
    await anIdentity(owner);
    const { prisma } = database();
    await prisma.passkey.create({
      data: {
        userId: owner.id,
        rpId: "localhost",
        credentialId: new Uint8Array(16),
        publicKey: new Uint8Array(1),
        counter: 0,
        transports: [],
        name: "key",
        isBackedUp: false,
        createdAt: new Date(),
      },
    });
    const { username, password } = await resetSuperAdmin(context());
    const where = { userId: owner.id };
    const left = [
      await prisma.totpSecret.count({ where }),
      await prisma.recoveryCode.count({ where }),
      await prisma.passkey.count({ where }),
      await prisma.identity.count({ where }),
      await prisma.preAuthToken.count({ where }),
    ];
    expect(left).toEqual([0, 0, 0, 0, 0]);
    expect((await callAs(half, GET, { params: { username } })).status).toBe(401);
    expect(await statusOfSignIn(username, password)).toBe(200);
  });

  test("ends the wait after failed sign-ins", async () => {
    const { username } = await aUser({ role: "super-admin" });
    for (let n = 0; n < 10; n += 1) await statusOfSignIn(username, "wrong");
    expect(await statusOfSignIn(username, PASSWORD)).toBe(429);
    const { password } = await resetSuperAdmin(context());
    expect(await statusOfSignIn(username, password)).toBe(200);
  });

  test("makes a password as long as the server's setting asks", async () => {
    await aUser({ role: "super-admin" });
    const setMinimum = (passwordMinLength: number) =>
      database().prisma.serverSetting.update({ where: { id: 1 }, data: { passwordMinLength } });
    await setMinimum(64);
    expect((await resetSuperAdmin(context())).password.length).toBeGreaterThanOrEqual(64);
    await setMinimum(5);
  });

  test("leaves one entry in the audit log, without the password", async () => {
    const owner = await aUser({ role: "super-admin", isDisabled: true });
    const { password } = await resetSuperAdmin(context());
    const entries = await auditEntriesOf(owner.id);
    expect(entries).toMatchObject([
      {
        verb: "user.reset-super-admin",
        actor: "",
        actorId: null,
        target: owner.username,
        userAgent: "npm run admin",
        before: { account_disabled: true },
        after: { account_disabled: false, password: "changed" },
      },
    ]);
    const { passwordHash } = await storedUser(owner.username);
    const written = JSON.stringify(entries);
    expect(written).not.toContain(password);
    expect(written).not.toContain(passwordHash);
  });

  test("is read in the audit log by whoever reads it all", async () => {
    await aUser({ role: "super-admin" });
    await resetSuperAdmin(context());
    const { payload } = await callAs(await anActor("auditor"), listAudit, {
      query: { verb: "user.reset-super-admin" },
    });
    expect(payload.data[0]).toMatchObject({ actor: "", target_type: "user" });
  });

  test("without a super admin says so and changes nothing", async () => {
    const before = await fingerprint();
    await expect(resetSuperAdmin(context())).rejects.toThrow(/no super admin yet/);
    expect(await fingerprint()).toBe(before);
  });

  test("resets nobody who has just given the role away", async () => {
    const owner = await aUser({ role: "super-admin" });
    const other = await holding(`UPDATE "User" SET "platformRoleId" = 'admin' WHERE "id" = $1`, [
      owner.id,
    ]);
    const reset = resetSuperAdmin(context());
    await Promise.all([
      expect(reset).rejects.toThrow(/handed over/),
      untilBlocked().then(() => other.commit()),
    ]);
    expect(await statusOfSignIn(owner.username, PASSWORD)).toBe(200);
  });

  test.each<[string, () => Promise<Actor> | Actor]>([
    ["the master key", () => ({ kind: "master-key" })],
    ["nobody", () => ({ kind: "anonymous" })],
    [
      "the super admin",
      async () => {
        const { id, username } = await anActor("super-admin");
        return { ...userActor(username, "super-admin", Date.now()), id };
      },
    ],
  ])("is not for %s", async (_, actorOf) => {
    await aUser({ role: "super-admin", username: uniqueName("owner") });
    const actor = await actorOf();
    const before = await fingerprint();
    await expect(resetSuperAdmin(context(actor))).rejects.toThrow();
    expect(await fingerprint()).toBe(before);
  });
});
