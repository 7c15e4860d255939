// What every browser test starts from: users in the database, a signed-in browser, and a page that must stay quiet.
import { createHmac, randomUUID } from "node:crypto";
import { test as base, expect, type Page } from "@playwright/test";
import { hash } from "@node-rs/argon2";
import { encode } from "next-auth/jwt";
import { Secret, TOTP } from "otpauth";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { seal } from "../lib/crypto/sealing";
import { deriveKey } from "../lib/crypto/tokens";
import { foldCase } from "../lib/fold";
import { paths } from "../lib/paths";
import { startEmbeddedPostgres } from "../scripts/lib/postgres.mjs";
import { postgresDir, secret } from "./environment";
import { untilLive } from "./live";
import { issuer } from "./visitors";

type Role = "super-admin" | "admin" | "auditor" | "platform-user" | "service-user";

export interface TestUser {
  id: string;
  username: string;
  displayName: string;
}

interface UserOptions {
  role?: Role;
  username?: string;
  displayName?: string;
  isDisabled?: boolean;
}

interface AccessTokenOptions {
  name?: string;
  createdAt?: Date;
  expiresAt?: Date;
  lastUsedAt?: Date;
}

interface SignInOptions extends UserOptions {
  theme?: "light" | "dark" | "system";
  textSize?: number;
}

export const PASSWORD = "correct horse battery staple";
/** Made by the first-run journey, on which all others depend. */
export const SUPER_ADMIN = "ada";

/** Is there from the start, for pages that need one. */
export const NETWORK = "standing";

/** Is there from the start too, on that network. */
export const GATEWAY = "01900000-0000-7000-8000-00000000000a";

/** A client config there. */
export const CONFIG = "standing-config";

export interface TestNetwork {
  netid: string;
  /** Its own group of users. */
  userGroup: string;
}

export interface TestThing {
  id: string;
  name: string;
}

export interface TestInvite {
  email: string;
  code: string;
  /** Its link, without the server. */
  link: string;
}

interface InviteOptions {
  role?: Role;
  expiresAt?: Date;
}

export interface TestPendingUser {
  username: string;
  displayName: string;
}

interface PendingUserOptions {
  username?: string;
  displayName?: string;
  provider?: string;
  createdAt?: Date;
}

interface IdentityOptions {
  /** What the provider calls them. */
  subject?: string;
  email?: string;
}

export interface TestTotp {
  /** What the app shows now, or some steps of 30 s from now. */
  code: (steps?: number) => string;
  recoveryCodes: readonly string[];
}

interface GatewayOptions {
  name?: string;
  /** The standing one unless given. */
  netid?: string;
  status?: "online" | "offline" | "disconnected";
  endpoints?: readonly string[];
}

interface ConfigOptions {
  id?: string;
  /** The standing one unless given. */
  gateway?: TestThing;
  owner?: TestUser;
  deviceName?: string;
  address?: string;
  isEnabled?: boolean;
}

export interface TestFixtures {
  /** @returns its id, and the name of its device */
  aConfig: (options?: ConfigOptions) => Promise<TestThing>;
  /** A role that allows nothing, on the standing network. */
  aRole: () => Promise<TestThing>;
  aNetwork: () => Promise<TestNetwork>;
  aGateway: (options?: GatewayOptions) => Promise<TestThing>;
  /** A group that grants the user role of each of these networks. */
  aGroup: (options?: {
    name?: string;
    networks?: readonly TestNetwork[];
    members?: readonly TestUser[];
  }) => Promise<TestThing>;
  aUser: (options?: UserOptions) => Promise<TestUser>;
  anInvite: (options?: InviteOptions) => Promise<TestInvite>;
  /** Somebody who signed in at a provider and waits. */
  aPendingUser: (options?: PendingUserOptions) => Promise<TestPendingUser>;
  /** What a user signs in by at the provider of the tests. */
  anIdentity: (user: TestUser, options?: IdentityOptions) => Promise<void>;
  /** As if they had enrolled some time ago. */
  enrolTotp: (user: TestUser) => Promise<TestTotp>;
  /** A token that nobody knows. @returns its name */
  anAccessToken: (owner: TestUser, options?: AccessTokenOptions) => Promise<string>;
  /** Signs this test's browser in without typing a password. */
  signedInAs: (role: Role, options?: SignInOptions) => Promise<TestUser>;
  /** Console errors that a test provokes on purpose. */
  expectedConsole: RegExp[];
  quietPage: undefined;
}

export const test = base.extend<TestFixtures, { db: pg.Client }>({
  db: [
    async ({}, provide) => {
      const { url, stop } = await startEmbeddedPostgres({ dataDir: postgresDir });
      const client = new pg.Client(url);
      await client.connect();
      await insertNetwork(client, NETWORK);
      await insertStandingGateway(client);
      await insertConfig(client, { id: CONFIG, deviceName: "Standing phone" });
      await provide(client);
      await client.end();
      await stop();
    },
    { scope: "worker" },
  ],

  aNetwork: async ({ db }, provide) => {
    await provide(() => insertNetwork(db, `net-${randomUUID().slice(0, 13)}`));
  },

  aRole: async ({ db }, provide) => {
    await provide(() => insertRole(db));
  },

  aGateway: async ({ db }, provide) => {
    await provide((options) => insertGateway(db, options));
  },

  aGroup: async ({ db }, provide) => {
    await provide((options) => insertGroup(db, options));
  },

  aConfig: async ({ db }, provide) => {
    await provide((options) => insertConfig(db, options));
  },

  aUser: async ({ db }, provide) => {
    await provide((options) => insertUser(db, options));
  },

  anInvite: async ({ db }, provide) => {
    await provide((options) => insertInvite(db, options));
  },

  aPendingUser: async ({ db }, provide) => {
    await provide((options) => insertPendingUser(db, options));
  },

  anIdentity: async ({ db }, provide) => {
    await provide((user, options) => insertIdentity(db, user, options));
  },

  enrolTotp: async ({ db }, provide) => {
    await provide((user) => insertTotp(db, user));
  },

  anAccessToken: async ({ db }, provide) => {
    await provide((owner, options) => insertAccessToken(db, owner, options));
  },

  signedInAs: async ({ db, context, baseURL }, provide) => {
    await provide(async (role, { theme = "system", textSize = 16, ...options } = {}) => {
      const user =
        role === "super-admin" ? await superAdmin(db) : await insertUser(db, { role, ...options });
      await db.query(
        `INSERT INTO "UserSettings" ("userId", "theme", "textSize") VALUES ($1, $2, $3)
         ON CONFLICT ("userId") DO UPDATE SET "theme" = $2, "textSize" = $3`,
        [user.id, theme, String(textSize)],
      );
      const sessionId = await insertSession(db, user.id);
      const value = await encode({ token: { sessionId }, secret });
      await context.addCookies([
        {
          name: "muster.session-token",
          value,
          url: baseURL ?? "",
          httpOnly: true,
          sameSite: "Lax",
        },
      ]);
      return user;
    });
  },

  expectedConsole: [[], { option: true }],

  page: async ({ page }, provide) => {
    const goto = page.goto.bind(page);
    page.goto = async (url, options) => {
      const response = await goto(url, options);
      if (options?.waitUntil === undefined) await untilLive(page);
      return response;
    };
    const reload = page.reload.bind(page);
    page.reload = async (options) => {
      const response = await reload(options);
      await untilLive(page);
      return response;
    };
    await provide(page);
  },

  quietPage: [
    async ({ page, expectedConsole, baseURL }, provide) => {
      const problems = watch(page, baseURL ?? "");
      await provide(undefined);
      const unexpected = problems.filter((text) => !expectedConsole.some((re) => re.test(text)));
      expect(unexpected, "errors, warnings and requests to other hosts").toEqual([]);
    },
    { auto: true },
  ],
});

/** What the page says or asks that it should not. Refused requests are said by the browser itself. */
function watch(page: Page, baseURL: string): string[] {
  const problems: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    const isLoud = message.type() === "error" || message.type() === "warning";
    if (isLoud && !text.startsWith("Failed to load resource")) problems.push(text);
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(baseURL)) problems.push(`request to ${url}`);
  });
  return problems;
}

let passwordHash: Promise<string> | undefined;

async function insertUser(
  db: pg.Client,
  { role = "service-user", username, displayName = "", isDisabled = false }: UserOptions = {},
): Promise<TestUser> {
  passwordHash ??= hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const id = uuidv7();
  const name = username ?? `${role}-${randomUUID().slice(0, 13)}`;
  await db.query(
    `INSERT INTO "User" ("id", "username", "displayName", "displayNameLower", "passwordHash",
       "platformRoleId", "isDisabled", "createdBy") VALUES ($1, $2, $3, $4, $5, $6, $7, 'e2e')`,
    [id, name, displayName, foldCase(displayName), await passwordHash, role, isDisabled],
  );
  if (role === "admin") {
    await db.query(`INSERT INTO "GroupMember" VALUES ('global-network-admin-grp', $1)`, [id]);
  }
  return { id, username: name, displayName };
}

let networkCount = 0;

/** With its roles and groups, as the server makes them. */
async function insertNetwork(db: pg.Client, netid: string): Promise<TestNetwork> {
  networkCount += 1;
  const range = `10.${String(process.pid % 200)}.${String(networkCount % 256)}.0/24`;
  const made = await db.query(
    `INSERT INTO "Network" ("id", "addressRange") VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [netid, range],
  );
  for (const kind of made.rowCount === 1 ? ["admin", "user"] : []) {
    const name = `${netid} ${kind === "admin" ? "Admin" : "User"}`;
    const [role, group] = [`${netid}-network-${kind}`, `${netid}-network-${kind}-grp`];
    await db.query(
      `INSERT INTO "Role" ("id", "name", "nameLower", "searchText", "isDefault", "networkId", "fullAccess")
       VALUES ($1, $2, lower($2), lower($2), TRUE, $3, $4)`,
      [role, name, netid, kind === "admin"],
    );
    await db.query(
      `INSERT INTO "Group" ("id", "name", "nameLower", "searchText", "isDefault", "networkId")
       VALUES ($1, $2, lower($2), lower($2), TRUE, $3)`,
      [group, `${name} Group`, netid],
    );
    await insertGrant(db, { group, netid, role });
  }
  return { netid, userGroup: `${netid}-network-user-grp` };
}

async function insertStandingGateway(db: pg.Client): Promise<void> {
  await db.query(
    `INSERT INTO "Gateway" ("id", "networkId", "name", "nameLower", "searchText", "listenPort",
       "allowedEndpoints", "addresses", "matchDomains", "searchDomains")
     VALUES ($1, $2, 'standing gateway', 'standing gateway', 'standing gateway', 51821,
       '{vpn.example.com}', '{10.0.0.1/24}', '{}', '{}') ON CONFLICT DO NOTHING`,
    [GATEWAY, NETWORK],
  );
}

async function insertGateway(
  db: pg.Client,
  {
    name = `gateway ${randomUUID().slice(0, 13)}`,
    netid = NETWORK,
    status = "offline",
    endpoints = [],
  }: GatewayOptions = {},
): Promise<TestThing> {
  const id = uuidv7();
  await db.query(
    `INSERT INTO "Gateway" ("id", "networkId", "name", "nameLower", "searchText", "listenPort", "status",
       "allowedEndpoints", "addresses", "matchDomains", "searchDomains")
     VALUES ($1, $2, $3, lower($3), lower($3), 51821, $4, $5, '{}', '{}', '{}')`,
    [id, netid, name, status, endpoints],
  );
  return { id, name };
}

async function insertConfig(
  db: pg.Client,
  {
    id = `config-${randomUUID().slice(0, 13)}`,
    gateway = { id: GATEWAY, name: "" },
    owner,
    deviceName = "",
    address,
    isEnabled = true,
  }: ConfigOptions = {},
): Promise<TestThing> {
  const username = owner?.username ?? "";
  await db.query(
    `INSERT INTO "ClientConfig" ("id", "networkId", "gatewayId", "ownerId", "ownerName", "deviceId",
       "isDevice", "deviceName", "address", "isEnabled", "searchText")
     SELECT $1, "networkId", "id", $3, $4, 'device', TRUE, $5, $6::inet, $7, $8 FROM "Gateway" WHERE "id" = $2
     ON CONFLICT DO NOTHING`,
    [
      id,
      gateway.id,
      owner?.id ?? null,
      username,
      deviceName,
      address ?? null,
      isEnabled,
      foldCase([id, username, deviceName, address ?? ""].join("\n")),
    ],
  );
  return { id, name: deviceName };
}

async function insertRole(db: pg.Client): Promise<TestThing> {
  const [id, name] = [uuidv7(), `role ${randomUUID().slice(0, 13)}`];
  await db.query(
    `INSERT INTO "Role" ("id", "name", "nameLower", "searchText", "networkId")
     VALUES ($1, $2, lower($2), lower($2), $3)`,
    [id, name, NETWORK],
  );
  return { id, name };
}

async function insertGrant(
  db: pg.Client,
  { group, netid, role }: { group: string; netid: string; role: string },
): Promise<void> {
  await db.query(
    `INSERT INTO "GroupNetworkRole" ("id", "groupId", "networkId", "roleId") VALUES ($1, $2, $3, $4)`,
    [uuidv7(), group, netid, role],
  );
}

async function insertGroup(
  db: pg.Client,
  {
    name = `group ${randomUUID().slice(0, 13)}`,
    networks = [],
    members = [],
  }: Parameters<TestFixtures["aGroup"]>[0] = {},
): Promise<TestThing> {
  const id = uuidv7();
  await db.query(
    `INSERT INTO "Group" ("id", "name", "nameLower", "searchText", "memberCount", "createdBy")
     VALUES ($1, $2, lower($2), lower($2), $3, 'e2e')`,
    [id, name, members.length],
  );
  for (const { netid } of networks) {
    await insertGrant(db, { group: id, netid, role: `${netid}-network-user` });
  }
  for (const { id: member } of members) {
    await db.query(`INSERT INTO "GroupMember" ("groupId", "userId") VALUES ($1, $2)`, [id, member]);
  }
  return { id, name };
}

const DAY_MS = 86_400_000;

async function insertInvite(
  db: pg.Client,
  { role = "service-user", expiresAt = new Date(Date.now() + DAY_MS) }: InviteOptions = {},
): Promise<TestInvite> {
  const id = uuidv7();
  const email = `invitee+${randomUUID().slice(0, 13)}@example.com`;
  const code = randomUUID().slice(0, 27);
  await db.query(
    `INSERT INTO "Invite" ("id", "email", "roleId", "code", "origin", "searchText", "createdBy", "createdAt",
       "expiresAt", "mailId", "mailStatus", "mailQueuedAt")
     VALUES ($1, $2, $3, $4, 'http://localhost', $2, 'e2e', now(), $5, $1, 'not_configured', now())`,
    [id, email, role, seal(secret, `invite-code:${id}`, code), expiresAt],
  );
  return { email, code, link: paths.invite(email, code) };
}

async function insertPendingUser(
  db: pg.Client,
  {
    username = `pending-${randomUUID().slice(0, 13)}@example.com`,
    displayName = "",
    provider = "google",
    createdAt = new Date(),
  }: PendingUserOptions = {},
): Promise<TestPendingUser> {
  await db.query(
    `INSERT INTO "PendingUser" ("id", "username", "displayName", "provider", "issuer", "subject", "searchText",
       "createdAt", "lastTriedAt")
     VALUES ($1, $2, $3, $4, 'https://accounts.example.com', $7, $5, $6, $6)`,
    [
      uuidv7(),
      username,
      displayName,
      provider,
      foldCase(`${username}\n${displayName}`),
      createdAt,
      randomUUID(),
    ],
  );
  return { username, displayName };
}

async function insertIdentity(
  db: pg.Client,
  { id, username }: TestUser,
  { subject = randomUUID(), email = username }: IdentityOptions = {},
): Promise<void> {
  await db.query(
    `INSERT INTO "Identity" ("id", "userId", "provider", "issuer", "subject", "email", "createdAt", "lastUsedAt")
     VALUES ($1, $2, 'oidc', $3, $4, $5, now(), now())`,
    [uuidv7(), id, issuer(), subject, email],
  );
}

const STEP_MS = 30_000;

async function insertTotp(db: pg.Client, { id }: TestUser): Promise<TestTotp> {
  const totp = new TOTP({ secret: new Secret({ size: 20 }) });
  const sealed = seal(secret, `totp:${id}`, totp.secret.base32).toString("base64");
  await db.query(
    `INSERT INTO "TotpSecret" ("userId", "sealedSecret", "createdAt", "lastStep")
     VALUES ($1, $2, now(), 0)`,
    [id, sealed],
  );
  const recoveryCodes = ["aaaaa-aaaaa", "bbbbb-bbbbb"];
  for (const code of recoveryCodes) {
    const hash = createHmac("sha256", deriveKey(secret, "recovery-code"))
      .update(`${id}:${code.replace("-", "")}`)
      .digest();
    await db.query(`INSERT INTO "RecoveryCode" ("userId", "codeHash") VALUES ($1, $2)`, [id, hash]);
  }
  await db.query(`UPDATE "User" SET "isMfaEnabled" = true WHERE "id" = $1`, [id]);
  const code = (steps = 0) => totp.generate({ timestamp: Date.now() + steps * STEP_MS });
  return { code, recoveryCodes };
}

async function insertAccessToken(
  db: pg.Client,
  owner: TestUser,
  { name = `token-${randomUUID().slice(0, 13)}`, ...options }: AccessTokenOptions = {},
): Promise<string> {
  const { createdAt = new Date(), expiresAt = new Date(Date.now() + 90 * DAY_MS) } = options;
  await db.query(
    `INSERT INTO "AccessToken" ("id", "userId", "userName", "ownerDisabled", "name", "nameLower",
       "tokenHash", "createdBy", "createdAt", "lastUsedAt", "expiresAt")
     SELECT $1, "id", "username", "isDisabled", $3, lower($3), sha256(uuid_send($1::uuid)), "username",
       $4, coalesce($5, '0001-01-01 00:00:00+00'::timestamptz), $6 FROM "User" WHERE "id" = $2`,
    [uuidv7(), owner.id, name, createdAt, options.lastUsedAt ?? null, expiresAt],
  );
  return name;
}

async function superAdmin(db: pg.Client): Promise<TestUser> {
  const found = await db.query<TestUser>(
    `SELECT "id", "username", "displayName" FROM "User" WHERE "platformRoleId" = 'super-admin'`,
  );
  const [user] = found.rows;
  if (!user) throw new Error("The first-run journey has not made the super admin.");
  return user;
}

async function insertSession(db: pg.Client, userId: string): Promise<string> {
  const id = uuidv7();
  await db.query(
    `INSERT INTO "Session" ("id", "userId", "kind", "authMethod", "ip", "userAgent", "createdAt",
       "lastSeenAt", "identityConfirmedAt", "expiresAt")
     VALUES ($1, $2, 'browser', 'password', '127.0.0.1', 'e2e', now() - interval '1 hour', now(),
       now() - interval '1 hour', now() + interval '1 hour')`,
    [id, userId],
  );
  return id;
}

/** As twelve failed sign-ins in a row leave an account. */
export async function makeWait(db: pg.Client, username: string): Promise<void> {
  await db.query(
    `INSERT INTO "Throttle" ("key", "failures", "expiresAt", "blockedUntil")
     VALUES ('password:account:' || $1, 12, now() + interval '20 minutes', now() + interval '4 minutes')`,
    [username],
  );
}

export { expect };
