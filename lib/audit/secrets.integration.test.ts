// Goes through everything that touches a secret, then looks for it where it must not be.
import { describe, expect, test } from "vitest";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { POST as createSuperAdmin } from "@/app/api/users/adm/createsuperadmin/route";
import { DELETE, GET, POST, PUT } from "@/app/api/users/[username]/route";
import { POST as validate } from "@/app/api/users/[username]/validate-identity/route";
import {
  DELETE as revoke,
  GET as tokens,
  POST as newToken,
} from "@/app/api/v1/users/access_token/route";
import { GET as tokenPage } from "@/app/api/v2/users/access_tokens/route";
import { GET as list } from "@/app/api/v2/users/route";
import { POST as completeTotp } from "@/app/api/users/[username]/auth/complete-totp/route";
import { POST as initTotp } from "@/app/api/users/[username]/auth/init-totp/route";
import { GET as getMfa } from "@/app/api/users/[username]/auth/mfa/route";
import { POST as verifyTotp } from "@/app/api/users/[username]/auth/verify-totp/route";
import { database } from "@/lib/db/client";
import { secretIn } from "@/lib/mfa/totp";
import { callAs } from "@/lib/testing/call-as";
import {
  anAccessToken,
  anActor,
  anonymous,
  bearer,
  masterKey,
  uniqueName,
  type Caller,
} from "@/lib/testing/factories";
import { codeOf, preAuthTokenIn, sessionTokenIn } from "@/lib/testing/mfa";
import { logOf } from "@/lib/testing/log";
import { storedUser } from "@/lib/testing/stored";
import { testMasterKey } from "@/lib/testing/worker-database";

const FIRST = "first-Secret-Passw0rd";
const SECOND = "second-Secret-Passw0rd";
const WRONG = "wrong-Secret-Passw0rd";

interface Life {
  secrets: string[];
  answers: string;
  log: string;
}

async function aLifeOfSecrets(): Promise<Life> {
  const username = uniqueName();
  const params = { username };
  const answers: string[] = [];
  const secrets: string[] = [FIRST, SECOND, WRONG, testMasterKey, "test-setup-token"];
  const log = await logOf(async () => {
    const setUp = { username: uniqueName(), password: FIRST };
    const headers = { "X-Setup-Token": "test-setup-token" };
    answers.push((await callAs(anonymous, createSuperAdmin, { body: setUp, headers })).text);
    const made = { password: FIRST, platform_role_id: "admin" };
    answers.push((await callAs(masterKey, POST, { params, body: made })).text);
    const first = await storedUser(username);
    const { payload, headers: sent } = await callAs(anonymous, signIn, {
      body: { username, password: FIRST },
    });
    const sessionToken = sessionTokenIn(payload);
    const me = bearer(sessionToken);
    const token = await anAccessToken(first);
    await callAs(anonymous, signIn, { body: { username, password: WRONG } });
    for (const password of [WRONG, FIRST]) {
      answers.push((await callAs(me, validate, { params, body: { password } })).text);
    }
    answers.push((await callAs(me, PUT, { params, body: { password: SECOND } })).text);
    answers.push((await callAs(me, PUT, { params, body: { password: 5, x: SECOND } })).text);
    answers.push((await callAs(token, GET, { params })).text);
    answers.push((await callAs(token, list)).text);
    answers.push((await callAs(bearer(`${token.token}x`), list)).text);
    const created = await callAs(me, newToken, { body: { user_name: username, name: "laptop" } });
    const laptop = bearer(created.payload.AuthToken);
    const ofUser = await callAs(laptop, tokens, { query: { username } });
    answers.push(ofUser.text, (await callAs(laptop, tokenPage)).text);
    answers.push((await callAs(me, revoke, { query: { id: ofUser.payload[0]?.id ?? "" } })).text);
    secrets.push(...(await aLifeWithTotp(me, username, answers)));
    const second = await storedUser(username);
    secrets.push(
      sessionToken,
      sessionToken.slice(-20),
      token.token,
      created.payload.AuthToken,
      first.passwordHash ?? "",
      second.passwordHash ?? "",
      sent.get("set-cookie")?.split(/[=;]/)[1] ?? "",
    );
    answers.push((await callAs(await anActor("super-admin"), DELETE, { params })).text);
  });
  return { secrets, answers: answers.join("\n"), log: log.join("\n") };
}

/** @param answers takes those in which no secret is just being made @returns the secrets */
async function aLifeWithTotp(me: Caller, username: string, answers: string[]): Promise<string[]> {
  const params = { username };
  const { qr_code: _code, ...offer } = (await callAs(me, initTotp, { params })).payload;
  const secret = secretIn(offer.otp_auth_url);
  const body = { ...offer, totp: codeOf(secret, -1) };
  answers.push((await callAs(me, completeTotp, { params, body: { ...body, totp: "x" } })).text);
  const { recovery_codes: codes } = (await callAs(me, completeTotp, { params, body })).payload;
  const half = await callAs(anonymous, signIn, { body: { username, password: SECOND } });
  const token = preAuthTokenIn(half.payload);
  for (const [code, ending] of [
    [codes[0], "x"],
    [codes[1], ""],
  ]) {
    const given = { recovery_code: `${code ?? ""}${ending ?? ""}` };
    const called = await callAs(bearer(token), verifyTotp, { params, body: given });
    if (called.status !== 200) answers.push(called.text);
  }
  answers.push((await callAs(me, validate, { params, body: { totp: codeOf(secret) } })).text);
  answers.push((await callAs(me, getMfa, { params })).text);
  const { sealedSecret } = await database().prisma.totpSecret.findFirstOrThrow({
    where: { user: { username } },
  });
  return [secret, offer.otp_auth_url_signature, token, sealedSecret, ...codes.slice(0, 3)];
}

const life = await aLifeOfSecrets();

describe("no secret", () => {
  test("is among the secrets that are looked for in vain", () => {
    expect(life.secrets.every((secret) => secret.length > 10)).toBe(true);
  });

  test.each(life.secrets.map((secret, at) => [at, secret] as const))(
    "stands in the audit log: number %i",
    async (_, secret) => {
      const { rows } = await database().pool.query<{ entry: string }>(
        `SELECT e::text AS entry FROM "AuditEntry" e`,
      );
      expect(rows.length).toBeGreaterThan(5);
      expect(rows.map(({ entry }) => entry).join("\n")).not.toContain(secret);
    },
  );

  test.each(life.secrets.map((secret, at) => [at, secret] as const))(
    "stands in the log or in an answer: number %i",
    (_, secret) => {
      expect(life.log.split("\n").length).toBeGreaterThan(10);
      expect(life.log).not.toContain(secret);
      expect(life.answers).not.toContain(secret);
    },
  );

  test("nor any hash stands in the audit log", async () => {
    const { rows } = await database().pool.query<{ entry: string }>(
      `SELECT e::text AS entry FROM "AuditEntry" e`,
    );
    const all = rows.map(({ entry }) => entry).join("\n");
    expect(all).not.toMatch(/argon2|passwordHash|tokenHash|mat_|mpt_|otpauth|eyJ/);
  });

  test("is a key of a user or token on the wire", () => {
    expect(life.answers).not.toMatch(/"(password|passwordHash|totp_secret|tokenHash)":/);
  });
});

describe("the log", () => {
  test("has one line per request with who did what, and no parameter", () => {
    const lines = life.log.split("\n").filter(Boolean);
    const requests = lines.filter((line) => line.includes('"msg":"request"'));
    expect(requests).toHaveLength(24);
    expect(life.log).toContain('"path":"/api/users/{username}"');
    expect(life.log).not.toContain("/api/users/user-");
  });

  test("says what failed, with the cause that the answer keeps to itself", async () => {
    await database().pool.query(`ALTER TABLE "ServerSetting" RENAME TO "Hidden"`);
    const lines = await logOf(async () => {
      const called = await callAs(anonymous, signIn, {
        body: {
          username: (await anActor("auditor")).username,
          password: "correct horse battery staple",
        },
      });
      expect(called.status).toBe(500);
      expect(called.problem.Message).toBe(
        "Something went wrong on the server. Its log has the details, under the request id.",
      );
    }).finally(() => database().pool.query(`ALTER TABLE "Hidden" RENAME TO "ServerSetting"`));
    expect(lines.join("\n")).toMatch(/"level":50.*ServerSetting/);
  });
});
