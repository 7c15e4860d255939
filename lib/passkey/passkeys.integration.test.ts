import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DELETE as deleteUser } from "@/app/api/users/[username]/route";
import { POST as creationOptions } from "@/app/api/users/[username]/auth/passkeys/options/route";
import { GET as list, POST as add } from "@/app/api/users/[username]/auth/passkeys/route";
import {
  DELETE as remove,
  PUT as rename,
} from "@/app/api/users/[username]/auth/passkeys/[id]/route";
import { POST as validateIdentity } from "@/app/api/users/[username]/validate-identity/route";
import { POST as confirmationOptions } from "@/app/api/users/[username]/validate-identity/options/route";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { env, settleEnv } from "@/lib/env";
import {
  answer,
  aSoftPasskey,
  register,
  type Quirks,
  type SoftPasskey,
} from "@/lib/testing/authenticator";
import { callAs } from "@/lib/testing/call-as";
import { aMaker } from "@/lib/testing/certificates";
import { anActor, aUser, masterKey, type TestActor } from "@/lib/testing/factories";
import { holding, untilBlocked } from "@/lib/testing/locks";
import { fingerprint, statementsOf } from "@/lib/testing/observe";
import { aPasskey } from "@/lib/testing/passkeys";
import { auditEntriesOf, storedUser } from "@/lib/testing/stored";
import { ZERO_TIME } from "@/lib/wire";
import { countUsablePasskeys } from "./effects";
import type { CreationOptions, RequestOptions } from "./schema";
import { listUnusable } from "./service";

const configured = env();
afterEach(async () => {
  settleEnv(configured);
  await database().prisma.throttle.deleteMany();
});

const moveServer = () =>
  settleEnv({ ...configured, MUSTER_BASE_URL: "https://muster.example.com" });

async function asked({ username, ...caller }: TestActor): Promise<CreationOptions> {
  return (await callAs(caller, creationOptions, { params: { username } })).payload;
}

function send({ username, ...caller }: TestActor, credential: unknown, name = "Phone") {
  return callAs(caller, add, { params: { username }, body: { name, credential } });
}

async function enrol(me: TestActor, quirks: Quirks = {}, soft?: SoftPasskey) {
  const { credential } = register(await asked(me), quirks, soft);
  return send(me, credential);
}

const passkeysOf = ({ id }: { id: string }) =>
  database().prisma.passkey.findMany({ where: { userId: id }, orderBy: { id: "asc" } });

describe("POST …/auth/passkeys/options", () => {
  test("asks for a passkey that names its holder and verifies them", async () => {
    const me = await anActor("platform-user", { hasSudo: true, displayName: "Ada Lovelace" });
    const { soft } = await aPasskey(me);
    await aPasskey(me, { rpId: "old.example.com" });
    const options = await asked(me);
    expect(options).toEqual({
      rp: { id: "localhost", name: "Muster" },
      user: {
        id: Buffer.from(me.id.replaceAll("-", ""), "hex").toString("base64url"),
        name: me.username,
        displayName: "Ada Lovelace",
      },
      challenge: options.challenge,
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
      timeout: 300_000,
      excludeCredentials: [{ id: soft.id, type: "public-key", transports: ["internal"] }],
      authenticatorSelection: {
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
      attestation: "none",
    });
  });

  test("stores nothing", async () => {
    const me = await anActor("platform-user", { hasSudo: true });
    const before = await fingerprint();
    await asked(me);
    expect(await fingerprint()).toBe(before);
  });

  test("calls whoever shows no name by their username", async () => {
    const me = await anActor("platform-user", { hasSudo: true, displayName: "\u2800" });
    expect((await asked(me)).user.displayName).toBe(me.username);
  });

  test("is refused to accounts of providers, in words, and where passkeys cannot work", async () => {
    const theirs = await anActor("admin", { hasSudo: true, authType: "oauth" });
    const mine = await anActor("admin", { hasSudo: true });
    const { credential } = register(await asked(mine));
    const before = await fingerprint();
    const refused = await callAs(theirs, creationOptions, {
      params: { username: theirs.username },
    });
    expect(refused.status).toBe(409);
    expect(refused.problem.Message).toMatch(/signs in at its provider/);
    expect((await send(theirs, credential)).status).toBe(409);
    const elsewhere = await callAs(mine, creationOptions, {
      params: { username: mine.username },
      headers: { Host: "192.0.2.1" },
    });
    expect(elsewhere.problem.Message).toMatch(/IP address such as 192\.0\.2\.1/);
    expect(await fingerprint()).toBe(before);
  });
});

describe("POST …/auth/passkeys", () => {
  test("adds a passkey, which is no new version of the user", async () => {
    const me = await anActor("service-user", { hasSudo: true });
    const { version } = await storedUser(me.username);
    const options = await asked(me);
    const { passkey, credential } = register(options, { counter: 7, isBackedUp: true });
    const { payload } = await send(me, credential, "  Phone ");
    expect(payload).toEqual({
      id: payload.id,
      name: "Phone",
      created_at: payload.created_at,
      last_used: ZERO_TIME,
      backed_up: true,
    });
    expect(await passkeysOf(me)).toMatchObject([
      {
        id: payload.id,
        rpId: "localhost",
        credentialId: new Uint8Array(Buffer.from(passkey.id, "base64url")),
        publicKey: passkey.publicKey,
        counter: 7n,
        transports: ["internal", "hybrid"],
      },
    ]);
    expect(await auditEntriesOf(me.id)).toMatchObject([
      { verb: "passkey.create", actor: me.username, before: null, after: { name: "Phone" } },
    ]);
    const { isMfaEnabled, version: after } = await storedUser(me.username);
    expect([isMfaEnabled, after]).toEqual([false, version]);
  });

  test("keeps of its transports only those that there are", async () => {
    const me = await anActor("platform-user", { hasSudo: true });
    const { credential } = register(await asked(me));
    credential.response.transports = ["usb", "telepathy", "x".repeat(1000)];
    expect((await send(me, credential)).status).toBe(200);
    expect((await passkeysOf(me))[0]?.transports).toEqual(["usb"]);
  });

  test.each(["\u0000", "\u202e", "\ud800"])("refuses the transport %j", async (transport) => {
    const me = await anActor("platform-user", { hasSudo: true });
    const { credential } = register(await asked(me));
    credential.response.transports = ["usb", transport];
    const called = await send(me, credential);
    expect([called.status, called.badPaths]).toEqual([400, ["credential.response.transports.1"]]);
  });

  test.each([
    [1023, 200],
    [1024, 400],
    [60_000, 400],
  ])("of a credential id of %i bytes is answered with %i", async (idBytes, status) => {
    const me = await anActor("platform-user", { hasSudo: true });
    const options = await asked(me);
    const soft = aSoftPasskey({ userHandle: options.user.id, idBytes });
    const called = await send(me, register(options, {}, soft).credential);
    expect(called.status).toBe(status);
    expect(called.badPaths).toEqual(status === 400 ? ["credential"] : []);
    expect(await passkeysOf(me)).toHaveLength(status === 200 ? 1 : 0);
  });

  test.each<[string, Quirks]>([
    ["another origin", { origin: "https://evil.example.com" }],
    ["another host", { rpId: "evil.example.com" }],
    ["an invented challenge", { challenge: "AAAA" }],
    ["nobody verified", { isUserVerified: false }],
    ["the words of a sign-in", { type: "webauthn.get" }],
  ])("with %s is 400, and uses the challenge up", async (_, quirks) => {
    const me = await anActor("platform-user", { hasSudo: true });
    const options = await asked(me);
    const called = await send(me, register(options, quirks).credential);
    expect([called.status, called.badPaths]).toEqual([400, ["credential"]]);
    const again = await send(me, register(options).credential);
    expect(again.status).toBe(quirks.challenge === undefined ? 400 : 200);
    expect(await passkeysOf(me)).toHaveLength(quirks.challenge === undefined ? 0 : 1);
  });

  test("takes one whose maker vouches for it unasked, which is checked, and not kept", async () => {
    const me = await anActor("platform-user", { hasSudo: true });
    const maker = await aMaker();
    const ask = vi.spyOn(globalThis, "fetch");
    expect((await enrol(me, { maker })).status).toBe(200);
    expect((await enrol(me, { maker, isForged: true })).badPaths).toEqual(["credential"]);
    expect(await passkeysOf(me)).toHaveLength(1);
    expect(ask).not.toHaveBeenCalled();
    ask.mockRestore();
  });

  test("under another id than it has is 400", async () => {
    const me = await anActor("platform-user", { hasSudo: true });
    const { credential } = register(await asked(me));
    const { id } = aSoftPasskey();
    const called = await send(me, { ...credential, id, rawId: id });
    expect([called.status, called.badPaths]).toEqual([400, ["credential"]]);
    expect(await passkeysOf(me)).toEqual([]);
  });

  test.each([
    ["attestationObject", { attestationObject: "AAAA" }],
    ["clientDataJSON", { clientDataJSON: "AAAA" }],
  ])("with a broken %s is 400", async (_, broken) => {
    const me = await anActor("platform-user", { hasSudo: true });
    const { credential } = register(await asked(me));
    const response = { ...credential.response, ...broken };
    const called = await send(me, { ...credential, response });
    expect([called.status, called.badPaths]).toEqual([400, ["credential"]]);
  });

  test("takes no challenge of somebody else, which stays good for them", async () => {
    const [me, other] = [
      await anActor("platform-user", { hasSudo: true }),
      await anActor("platform-user", { hasSudo: true }),
    ];
    const options = await asked(other);
    expect((await send(me, register(options).credential)).status).toBe(400);
    expect((await send(other, register(options).credential)).status).toBe(200);
  });

  test.each(["", "  ", "\u2800", "x".repeat(65)])("refuses the name %j", async (name) => {
    const me = await anActor("platform-user", { hasSudo: true });
    const called = await send(me, register(await asked(me)).credential, name);
    expect([called.status, called.badPaths]).toEqual([400, ["name"]]);
  });

  test("of one that is registered already is 409, whoever has it", async () => {
    const [me, other] = [
      await anActor("platform-user", { hasSudo: true }),
      await anActor("platform-user", { hasSudo: true }),
    ];
    const { passkey, credential } = register(await asked(me));
    await send(me, credential);
    expect((await enrol(me, {}, passkey)).status).toBe(409);
    expect((await enrol(other, {}, passkey)).status).toBe(409);
    expect(await passkeysOf(other)).toEqual([]);
  });

  test("of one that is registered twice at once is done once", async () => {
    const people = await Promise.all([1, 2].map(() => anActor("auditor", { hasSudo: true })));
    const [first, second] = await Promise.all(people.map(asked));
    if (!first || !second) throw new Error("Both were asked.");
    const made = register(first);
    const same = register(second, {}, made.passkey);
    const [me, other] = people;
    if (!me || !other) throw new Error("There are two.");
    const called = await Promise.all([send(me, made.credential), send(other, same.credential)]);
    expect(called.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect([...(await passkeysOf(me)), ...(await passkeysOf(other))]).toHaveLength(1);
  });

  test("answers one challenge once, however often it is answered at once", async () => {
    const me = await anActor("auditor", { hasSudo: true });
    const options = await asked(me);
    const called = await Promise.all(
      Array.from({ length: 5 }, () => send(me, register(options).credential)),
    );
    expect(called.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400]);
    expect(await passkeysOf(me)).toHaveLength(1);
  });

  test("adds twenty at most, those of other addresses left aside", async () => {
    const me = await anActor("platform-user", { hasSudo: true });
    for (let n = 0; n < 19; n += 1) await aPasskey(me);
    for (let n = 0; n < 5; n += 1) await aPasskey(me, { rpId: "old.example.com" });
    const all = await Promise.all([1, 2, 3].map(() => asked(me)));
    const called = await Promise.all(all.map((options) => send(me, register(options).credential)));
    expect(called.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const options = await callAs(me, creationOptions, { params: { username: me.username } });
    expect(options.status).toBe(409);
  });

  test("adds nothing for whoever is disabled meanwhile", async () => {
    const me = await anActor("platform-user", { hasSudo: true });
    const { credential } = register(await asked(me));
    const other = await holding(`UPDATE "User" SET "isDisabled" = true WHERE "id" = $1`, [me.id]);
    const called = send(me, credential);
    await untilBlocked();
    await other.commit();
    expect((await called).status).toBe(401);
    expect(await passkeysOf(me)).toEqual([]);
  });
});

describe("GET …/auth/passkeys", () => {
  test("lists them, the newest first, in statements that do not grow with them", async () => {
    const [one, me] = [await anActor("auditor"), await anActor("auditor")];
    await aPasskey(one);
    const at = (day: number) => new Date(Date.UTC(2026, 0, day));
    const made = [
      await aPasskey(me, { createdAt: at(2) }),
      await aPasskey(me, { createdAt: at(3), rpId: "old.example.com" }),
      await aPasskey(me, { createdAt: at(1) }),
    ];
    const params = { username: me.username };
    const { payload } = await callAs(me, list, { params });
    expect(payload.map(({ id }) => id)).toEqual([made[1]?.id, made[0]?.id, made[2]?.id]);
    expect(Object.keys(payload[0] ?? {})).toEqual([
      "id",
      "name",
      "created_at",
      "last_used",
      "backed_up",
    ]);
    const forOne = await statementsOf(() =>
      callAs(one, list, { params: { username: one.username } }),
    );
    const forMany = await statementsOf(() => callAs(me, list, { params }));
    expect(forMany).toHaveLength(forOne.length);
  });
});

describe("PUT …/auth/passkeys/{id}", () => {
  const renameTo = (me: TestActor, id: string, name: string) =>
    callAs(me, rename, { params: { username: me.username, id }, body: { name } });

  test("renames it, once", async () => {
    const me = await anActor("service-user");
    const { id, name } = await aPasskey(me);
    expect((await renameTo(me, id, " Laptop ")).payload).toMatchObject({ id, name: "Laptop" });
    expect((await renameTo(me, id, "Laptop")).status).toBe(200);
    expect(await auditEntriesOf(me.id)).toMatchObject([
      { verb: "passkey.update", actor: me.username, before: { name }, after: { name: "Laptop" } },
    ]);
  });

  test("finds nobody else's", async () => {
    const me = await anActor("admin");
    const { id } = await aPasskey(await aUser());
    const before = await fingerprint();
    for (const other of [id, randomUUID(), "x"]) {
      expect((await renameTo(me, other, "Mine")).status).toBe(404);
    }
    expect(await fingerprint()).toBe(before);
  });
});

describe("DELETE …/auth/passkeys/{id}", () => {
  const removeOf = (me: TestActor, id: string) =>
    callAs(me, remove, { params: { username: me.username, id } });

  test("removes it", async () => {
    const me = await anActor("auditor", { hasSudo: true });
    const { id, name } = await aPasskey(me);
    const stays = await aPasskey(me);
    expect((await removeOf(me, id)).payload).toBeNull();
    expect(await passkeysOf(me)).toMatchObject([{ id: stays.id }]);
    expect(await auditEntriesOf(me.id)).toMatchObject([
      { verb: "passkey.delete", actor: me.username, before: { name }, after: null },
    ]);
    expect((await removeOf(me, id)).status).toBe(404);
  });

  test("finds nobody else's", async () => {
    const me = await anActor("admin", { hasSudo: true });
    const { id } = await aPasskey(await aUser());
    const before = await fingerprint();
    for (const other of [id, randomUUID(), "x"]) {
      expect((await removeOf(me, other)).status).toBe(404);
    }
    expect(await fingerprint()).toBe(before);
  });

  test("removes it once, however often it is asked to at once", async () => {
    const me = await anActor("auditor", { hasSudo: true });
    const { id } = await aPasskey(me);
    const called = await Promise.all([1, 2, 3].map(() => removeOf(me, id)));
    expect(called.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    expect(await auditEntriesOf(me.id)).toHaveLength(1);
  });
});

describe("confirming who one is by a passkey", () => {
  async function options(me: TestActor): Promise<RequestOptions> {
    const params = { username: me.username };
    return (await callAs(me, confirmationOptions, { params })).payload;
  }

  async function confirm(me: TestActor, credential: ReturnType<typeof answer>) {
    const params = { username: me.username };
    return callAs(me, validateIdentity, { params, body: { credential } });
  }

  const isConfirmed = async ({ id: userId }: TestActor) =>
    (await database().prisma.session.count({
      where: { userId, identityConfirmedAt: { gt: new Date(Date.now() - 60_000) } },
    })) > 0;

  const sessionOf = ({ sessionId: id }: TestActor) =>
    database().prisma.session.findUniqueOrThrow({ where: { id } });

  test("asks for the caller's own that work here", async () => {
    const me = await anActor("service-user");
    const [older, newer] = [await aPasskey(me), await aPasskey(me)];
    await aPasskey(me, { rpId: "old.example.com" });
    await aPasskey(await aUser());
    const got = await options(me);
    expect(got.allowCredentials.map(({ id }) => id)).toEqual([newer.soft.id, older.soft.id]);
    expect(got).toMatchObject({ rpId: "localhost", userVerification: "required" });
  });

  test("stores nothing to ask", async () => {
    const me = await anActor("service-user");
    await aPasskey(me);
    const before = await fingerprint();
    await options(me);
    expect(await fingerprint()).toBe(before);
  });

  test("is 409 for whoever has none that works here", async () => {
    const me = await anActor("service-user");
    await aPasskey(me, { rpId: "old.example.com" });
    const params = { username: me.username };
    expect((await callAs(me, confirmationOptions, { params })).status).toBe(409);
  });

  test("opens what needs it by an answer of one's own, once", async () => {
    const me = await anActor("service-user");
    const { id, soft } = await aPasskey(me);
    const credential = answer(soft, await options(me), { userHandle: null, counter: 2 });
    expect((await confirm(me, credential)).payload).toEqual({ identity_validated: true });
    expect(await isConfirmed(me)).toBe(true);
    expect(await sessionOf(me)).toMatchObject({ mfa: true });
    expect(await passkeysOf(me)).toMatchObject([{ id, counter: 2n }]);
    expect(await auditEntriesOf(me.id)).toMatchObject([{ verb: "session.confirm-identity" }]);
    expect((await confirm(me, credential)).payload).toEqual({ identity_validated: false });
  });

  test("is not done by a wrong answer, another's passkey, or a counter that stands still", async () => {
    const [me, other] = [await anActor("service-user"), await anActor("service-user")];
    const [{ soft }, { soft: theirs }] = [
      await aPasskey(me, { counter: 5 }),
      await aPasskey(other),
    ];
    const answers = [
      answer(soft, await options(me), { isForged: true, counter: 6 }),
      answer(theirs, await options(me)),
      answer(theirs, await options(other)),
      answer(soft, await options(me), { counter: 5 }),
    ];
    for (const credential of answers) {
      expect((await confirm(me, credential)).payload).toEqual({ identity_validated: false });
    }
    expect(await isConfirmed(me)).toBe(false);
    expect(await sessionOf(me)).toMatchObject({ mfa: false });
    const bucket = await database().prisma.throttle.findMany();
    expect(bucket).toMatchObject([{ key: "passkey:address:192.0.2.1", failures: 4 }]);
  });

  test.each([
    ["whoever is disabled", `UPDATE "User" SET "isDisabled" = true WHERE "id" = $1`],
    ["whose passkey is removed", `DELETE FROM "Passkey" WHERE "userId" = $1`],
  ])("opens nothing for %s meanwhile, and leaves an entry", async (_, statement) => {
    const me = await anActor("service-user");
    const { soft } = await aPasskey(me);
    const credential = answer(soft, await options(me));
    const other = await holding(statement, [me.id]);
    const called = confirm(me, credential);
    await untilBlocked();
    await other.commit();
    expect((await called).payload).toEqual({ identity_validated: false });
    expect(await sessionOf(me)).toMatchObject({ mfa: false });
    expect(await isConfirmed(me)).toBe(false);
    expect(await auditEntriesOf(me.id)).toMatchObject([{ verb: "session.refuse" }]);
  });

  test("is 409 by a passkey that the account does not have", async () => {
    const me = await anActor("service-user");
    const { soft } = await aPasskey(await aUser());
    const { status } = await confirm(me, answer(soft, { challenge: "AAAA" }));
    expect(status).toBe(409);
  });
});

describe("once the server's address has changed, passkeys of before", () => {
  test("are listed, and known as unusable, and count for nothing", async () => {
    const me = await anActor("platform-user", { hasSudo: true });
    const { id } = await aPasskey(me);
    const at = (serverOrigin: string) => {
      const context = systemContext({ userAgent: "test" });
      const { username } = me;
      const actor = {
        kind: "user",
        id: me.id,
        username,
        role: "platform-user",
        administers: [],
        credential: { kind: "access-token", id: randomUUID(), expiresAt: 0 },
      } as const;
      return { ...context, actor, client: { ...context.client, serverOrigin: () => serverOrigin } };
    };
    const [before, now] = [at("http://localhost:3000"), at("https://muster.example.com")];
    expect(await listUnusable(before, me.username)).toEqual([]);
    expect(await listUnusable(now, me.username)).toEqual([id]);
    expect(await listUnusable(at("http://192.0.2.1"), me.username)).toEqual([id]);
    expect(await countUsablePasskeys(before, me.id)).toBe(1);
    expect(await countUsablePasskeys(now, me.id)).toBe(0);
    expect(await countUsablePasskeys(at("http://192.0.2.1"), me.id)).toBe(0);

    moveServer();
    const params = { username: me.username };
    expect((await callAs(me, list, { params })).payload).toMatchObject([{ id }]);
    expect((await asked(me)).excludeCredentials).toEqual([]);
    expect((await callAs(me, remove, { params: { ...params, id } })).status).toBe(200);
  });

  test("may be joined by the same authenticator's new one", async () => {
    const me = await anActor("platform-user", { hasSudo: true });
    await aPasskey(me);
    moveServer();
    const called = await enrol(me, { origin: "https://muster.example.com" });
    expect(called.status).toBe(200);
    expect((await passkeysOf(me)).map(({ rpId }) => rpId).sort()).toEqual([
      "localhost",
      "muster.example.com",
    ]);
  });
});

test("a deleted user's passkeys go along", async () => {
  const me = await anActor("platform-user");
  await aPasskey(me);
  const { status } = await callAs(masterKey, deleteUser, { params: { username: me.username } });
  expect(status).toBe(200);
  expect(await passkeysOf(me)).toEqual([]);
});
