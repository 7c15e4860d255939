import { beforeEach, describe, expect, test } from "vitest";
import { PUT as update } from "@/app/api/server/settings/route";
import { POST as preview } from "@/app/api/server/settings/preview/route";
import { database } from "@/lib/db/client";
import { callAs } from "@/lib/testing/call-as";
import {
  anActor,
  anIdentity,
  aUser,
  masterKey,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { aPasskey } from "@/lib/testing/passkeys";
import { fingerprint } from "@/lib/testing/observe";
import * as signIn from "./sign-in-repository";

beforeEach(async () => {
  await database().pool.query(`DELETE FROM "User"`);
  await database().pool.query(
    `UPDATE "ServerSetting" SET "basicAuth" = true, "mfaEnforced" = false`,
  );
});

const ways = { providers: ["google"], rpId: "localhost" };

async function foresee(body: unknown, caller: Caller = masterKey) {
  const before = await fingerprint();
  const { payload } = await callAs(caller, preview, { body });
  expect(await fingerprint(), "nothing changes").toBe(before);
  return payload;
}

const change = (body: unknown, caller: Caller = masterKey) => callAs(caller, update, { body });
const nobody = { total: 0, usernames: [] };

describe("whom switching passwords off locks out", () => {
  test("are the enabled users with a password, but the super admin, by name", async () => {
    await aUser({ role: "super-admin" });
    await aUser({ authType: "oauth" });
    await aUser({ isDisabled: true });
    const left = [
      await aUser({ role: "admin", isMfaEnabled: true }),
      await aUser({ role: "auditor" }),
      await aUser({ role: "service-user" }),
      await aUser(),
    ];
    expect(await foresee({ basic_auth: false })).toEqual({
      locked_out: { total: 4, usernames: left.map(({ username }) => username).sort() },
      must_enrol: nobody,
      refused: "",
    });
  });

  test("are not those with a linked identity of a provider that is configured", async () => {
    const [linked, gone, none] = [await aUser(), await aUser(), await aUser()];
    await anIdentity(linked);
    await anIdentity(gone, { provider: "okta" });
    const found = await signIn.findLockedOut(database().prisma, ways);
    expect(found).toEqual({ total: 2, usernames: [gone.username, none.username].sort() });
  });

  test("are named up to a hundred, and counted all", async () => {
    await aUser({ role: "super-admin" });
    await database().pool.query(
      `INSERT INTO "User" ("id", "username", "platformRoleId", "passwordHash", "createdBy", "isMfaEnabled")
       SELECT gen_random_uuid(), 'u' || lpad(n::text, 4, '0'),
         (ARRAY['admin', 'auditor', 'platform-user', 'service-user'])[n % 4 + 1], 'x', 'test', n % 3 = 0
       FROM generate_series(1, 250) n`,
    );
    const { locked_out: lockedOut, must_enrol: mustEnrol } = await foresee({
      basic_auth: false,
      mfa_enforced: true,
    });
    expect(lockedOut.total).toBe(250);
    expect(lockedOut.usernames).toEqual(
      Array.from({ length: 100 }, (_, index) => `u${String(index + 1).padStart(4, "0")}`),
    );
    expect(mustEnrol.total).toBe(250 - 83 + 1);
    expect(mustEnrol.usernames.slice(1, 4)).toEqual(["u0001", "u0002", "u0004"]);
    expect(mustEnrol.usernames).toHaveLength(100);
  });

  test("are nobody where passwords are off already, or stay on", async () => {
    await aUser({ role: "super-admin" });
    await aUser();
    expect(await foresee({})).toEqual({ locked_out: nobody, must_enrol: nobody, refused: "" });
    await change({ basic_auth: false });
    expect((await foresee({ basic_auth: false })).locked_out).toEqual(nobody);
    expect((await foresee({ basic_auth: true })).locked_out).toEqual(nobody);
  });
});

describe("who must enrol once MFA is enforced", () => {
  test("are the enabled users with a password and without MFA, the super admin too", async () => {
    const owner = await aUser({ role: "super-admin" });
    const user = await aUser();
    await aUser({ isMfaEnabled: true });
    await aUser({ isDisabled: true });
    await aUser({ authType: "oauth" });
    const { must_enrol: mustEnrol, locked_out: lockedOut } = await foresee({ mfa_enforced: true });
    expect(mustEnrol.usernames.sort()).toEqual([owner.username, user.username].sort());
    expect(lockedOut).toEqual(nobody);
    await change({ mfa_enforced: true });
    expect((await foresee({ mfa_enforced: true })).must_enrol).toEqual(nobody);
  });
});

describe("switching passwords off", () => {
  const off = { basic_auth: false };

  test("is for the super admin, and for the master key while the super admin can sign in", async () => {
    const owner = await anActor("super-admin");
    expect((await change(off, owner)).status).toBe(200);
    await change({ basic_auth: true });
    expect((await change(off)).status).toBe(200);
  });

  test("is refused to an admin who could not sign in any more, before and after", async () => {
    await aUser({ role: "super-admin" });
    const admin = await anActor("admin");
    const foreseen = await foresee(off, admin);
    const called = await change(off, admin);
    expect(called.status).toBe(409);
    expect(called.badPaths).toEqual(["basic_auth"]);
    expect(called.problem.Message).toBe(foreseen.refused);
    expect((await change({ session_minutes: 60 }, admin)).status).toBe(200);
  });

  test("is refused, to the master key too, where no administrator could sign in", async () => {
    await aUser({ role: "admin" });
    expect((await change(off)).status).toBe(409);
    expect((await foresee(off)).refused).not.toBe("");
  });

  test("counts enabled administrators with an identity of a configured provider", async () => {
    const can = () => signIn.canSomeAdministratorSignIn(database().prisma, ways);
    const disabled = await aUser({ role: "admin", isDisabled: true });
    const other = await aUser({ role: "admin", username: uniqueName() });
    await anIdentity(disabled);
    await anIdentity(other, { provider: "okta" });
    await anIdentity(await aUser());
    expect(await can()).toBe(false);
    await anIdentity(other);
    expect(await can()).toBe(true);
    expect(await signIn.canSignInWithout(database().prisma, other.id, ways)).toBe(true);
    expect(
      await signIn.canSignInWithout(database().prisma, other.id, { ...ways, providers: ["okta2"] }),
    ).toBe(false);
  });

  test("counts passkeys that work here, and no others", async () => {
    await aUser({ role: "super-admin" });
    const admin = await anActor("admin");
    await aPasskey(admin, { rpId: "old.example.com" });
    expect((await change(off, admin)).status).toBe(409);
    expect((await foresee(off, admin)).locked_out.total).toBe(1);
    await aPasskey(admin);
    expect((await foresee(off, admin)).locked_out).toEqual(nobody);
    expect((await change(off, admin)).status).toBe(200);
  });

  test("does not count a super admin who has no password", async () => {
    const owner = await anActor("super-admin");
    await database().prisma.user.update({ where: { id: owner.id }, data: { passwordHash: null } });
    expect((await change(off, owner)).status).toBe(409);
  });

  test("and what is wrong otherwise is refused as by the change itself", async () => {
    const called = await callAs(masterKey, preview, { body: { session_minutes: 1 } });
    expect([called.status, called.badPaths]).toEqual([400, ["session_minutes"]]);
  });
});
