// Rows for tests, each with a name of its own: users, sessions and API tokens, and who calls with them.
import { randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { cookieName } from "@/lib/auth/cookies";
import { writePendingCookie } from "@/lib/auth/pending-cookie";
import { isSecureRequest } from "@/lib/auth/protocol";
import { hashPassword } from "@/lib/crypto/passwords";
import { createToken, hashToken } from "@/lib/crypto/tokens";
import { database } from "@/lib/db/client";
import { systemContext } from "@/lib/db/system-context";
import { transaction } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { foldCase } from "@/lib/fold";
import { ADMIN_GROUP } from "@/lib/group/built-in";
import { createGroupsOfNetwork } from "@/lib/group/effects";
import { addGrants, noteMemberships, type Grant } from "@/lib/group/repository";
import * as gateways from "@/lib/gateway/repository";
import { gatewayCreate } from "@/lib/gateway/schema";
import { newCode, sealCode } from "@/lib/invite/code";
import * as invites from "@/lib/invite/repository";
import * as networks from "@/lib/network/repository";
import * as pendingUsers from "@/lib/pending-user/repository";
import { isAdministrator, type PlatformRole } from "@/lib/permissions";
import type { AccessMap } from "@/lib/role/access-map";
import * as roles from "@/lib/role/repository";
import { createRolesOfNetwork } from "@/lib/role/effects";
import { testMasterKey } from "./worker-database";

/** Who makes a call: what it sends along. */
export interface Caller {
  headers: Record<string, string>;
}

export const anonymous: Caller = { headers: {} };
export const masterKey: Caller = bearer(testMasterKey);

export function bearer(token: string): Caller {
  return { headers: { Authorization: `Bearer ${token}` } };
}

export function uniqueName(stem = "user"): string {
  return `${stem}-${randomUUID().slice(0, 13)}`;
}

/** What everybody's password is unless a test says otherwise. */
export const PASSWORD = "correct horse battery staple";
let passwordHash: Promise<string> | undefined;

export interface TestUser {
  id: string;
  username: string;
}

interface UserOptions {
  role?: PlatformRole;
  username?: string;
  displayName?: string;
  isDisabled?: boolean;
  authType?: "basic_auth" | "oauth";
  /** Beside those that come with the role. */
  groups?: string[];
  isMfaEnabled?: boolean;
  lastLoginAt?: Date;
  createdAt?: Date;
}

/** There is only one super admin: whoever asks for one gets that one. */
export async function aUser(options: UserOptions = {}): Promise<TestUser> {
  const { role = "platform-user", groups = [], authType = "basic_auth", ...rest } = options;
  if (role === "super-admin") {
    const existing = await findSuperAdmin();
    if (existing) return existing;
  }
  passwordHash ??= hashPassword(PASSWORD);
  const groupIds = isAdministrator(role) ? [ADMIN_GROUP, ...groups] : groups;
  const { displayName = "" } = rest;
  const user = await database().prisma.user.create({
    data: {
      username: uniqueName(role),
      ...rest,
      displayNameLower: foldCase(displayName),
      platformRoleId: role,
      authType,
      passwordHash: authType === "oauth" ? null : await passwordHash,
      createdBy: "test",
      memberships: { createMany: { data: groupIds.map((groupId) => ({ groupId })) } },
    },
    select: { id: true, username: true },
  });
  await noteMemberships(database().prisma, { added: groupIds, removed: [] });
  return user;
}

function findSuperAdmin(): Promise<TestUser | null> {
  return database().prisma.user.findFirst({
    where: { platformRoleId: "super-admin" },
    select: { id: true, username: true },
  });
}

export interface TestSession extends Caller {
  sessionId: string;
  token: string;
}

interface SessionOptions {
  expiresAt?: Date;
  lastSeenAt?: Date;
  createdAt?: Date;
  /** Whether actions that need a recent identity check pass. */
  hasSudo?: boolean;
}

const HOUR_MS = 3_600_000;

export async function aSession(user: TestUser, options: SessionOptions = {}): Promise<TestSession> {
  const token = `session-${randomUUID()}`;
  const sessionId = await sessionRow(user, {
    ...options,
    kind: "api",
    tokenHash: hashToken(token),
  });
  return { sessionId, token, ...bearer(token) };
}

/** A signed-in browser: next-auth's cookie with the session's id, sent from our own pages. */
export async function aBrowser(
  user: TestUser,
  options: SessionOptions = {},
): Promise<Omit<TestSession, "token">> {
  const sessionId = await sessionRow(user, { ...options, kind: "browser", tokenHash: null });
  const name = cookieName("session-token", isSecureRequest(new Headers()));
  const cookie = `${name}=${await sessionCookie(sessionId)}`;
  return { sessionId, headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" } };
}

export function sessionCookie(sessionId: string): Promise<string> {
  return encode({ token: { sessionId }, secret: env().MUSTER_SECRET });
}

async function sessionRow(
  { id }: TestUser,
  options: SessionOptions & { kind: string; tokenHash: Uint8Array<ArrayBuffer> | null },
): Promise<string> {
  const now = Date.now();
  const { hasSudo = false, createdAt = new Date(now - HOUR_MS), ...columns } = options;
  const row = await database().prisma.session.create({
    data: {
      expiresAt: new Date(now + HOUR_MS),
      lastSeenAt: new Date(now),
      ...columns,
      createdAt,
      userId: id,
      authMethod: "password",
      ip: "192.0.2.1",
      userAgent: "test",
      identityConfirmedAt: hasSudo ? new Date(now) : new Date(now - HOUR_MS),
    },
    select: { id: true },
  });
  return row.id;
}

export interface TestActor extends TestUser, TestSession {}

/** A user who is signed in with a session token. */
export async function anActor(
  role: PlatformRole,
  { hasSudo, ...options }: UserOptions & Pick<SessionOptions, "hasSudo"> = {},
): Promise<TestActor> {
  const user = await aUser({ role, ...options });
  return { ...user, ...(await aSession(user, { hasSudo })) };
}

export interface TestToken extends Caller {
  tokenId: string;
  token: string;
}

export async function anAccessToken(
  user: TestUser,
  options: AccessTokenOptions = {},
): Promise<TestToken> {
  const token = createToken("mat_");
  const { name = uniqueName("token"), ...columns } = options;
  const { isDisabled } = await database().prisma.user.findUniqueOrThrow({
    where: { id: user.id },
    select: { isDisabled: true },
  });
  const { id } = await database().prisma.accessToken.create({
    data: {
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + HOUR_MS),
      createdBy: user.username,
      ...columns,
      userId: user.id,
      userName: user.username,
      ownerDisabled: isDisabled,
      name,
      nameLower: foldCase(name),
      tokenHash: hashToken(token),
    },
    select: { id: true },
  });
  return { tokenId: id, token, ...bearer(token) };
}

interface AccessTokenOptions {
  name?: string;
  createdAt?: Date;
  expiresAt?: Date;
  lastUsedAt?: Date;
  parentId?: string;
}

interface GroupOptions {
  externalId?: string;
  grants?: Grant[];
}

/** @returns the group's id */
export async function aGroup({ externalId = "", grants = [] }: GroupOptions = {}): Promise<string> {
  const id = uniqueName("group");
  const { prisma } = database();
  await prisma.group.create({
    data: { id, name: id, nameLower: id, searchText: id, externalId },
    select: { id: true },
  });
  await addGrants(prisma, id, grants);
  return id;
}

interface RoleOptions {
  /** Default: all networks */
  networkId?: string;
  fullAccess?: boolean;
  access?: AccessMap;
}

/** A network role of nobody's making. @returns its id */
export async function aRole(options: RoleOptions = {}): Promise<string> {
  const { networkId = null, fullAccess = false, access = {} } = options;
  const id = uniqueName("role");
  await roles.create(
    database().prisma,
    {
      id,
      name: id,
      isDefault: false,
      networkId,
      fullAccess,
      denyDashboardAccess: false,
      access,
      metaData: "",
    },
    new Date(),
  );
  return id;
}

export function uniqueNetid(): string {
  return `net-${randomUUID().slice(0, 13)}`;
}

/** A network with its roles and groups, whose range overlaps with no other. @returns its id */
export async function aNetwork(): Promise<string> {
  const netid = uniqueNetid();
  await transaction(systemContext({ userAgent: "test" }), async (tx) => {
    await networks.create(tx.db, { netid, addressrange: "", addressrange6: aRange6() }, tx.now);
    await createRolesOfNetwork(tx, netid);
    await createGroupsOfNetwork(tx, netid);
  });
  return netid;
}

/** @returns its id */
export function aGateway(network: string, options: object = {}): Promise<string> {
  const gateway = gatewayCreate.parse({ gw_name: uniqueName("gateway"), network, ...options });
  return gateways.create(database().prisma, gateway, new Date());
}

export async function anAttachment(user: TestUser, gatewayId: string): Promise<void> {
  const { prisma } = database();
  const { networkId } = await prisma.gateway.findUniqueOrThrow({ where: { id: gatewayId } });
  await prisma.gatewayAttachment.create({ data: { gatewayId, networkId, userId: user.id } });
}

interface ConfigOptions {
  id?: string;
  owner?: TestUser;
  isEnabled?: boolean;
  publicKey?: string;
  deviceId?: string;
  /** Of IPv4, in the network's range. */
  address?: string;
}

/** @returns its id */
export async function aClientConfig(
  gatewayId: string,
  { owner, id = uniqueName("config"), deviceId = "", address, ...columns }: ConfigOptions = {},
): Promise<string> {
  const { prisma } = database();
  const { networkId } = await prisma.gateway.findUniqueOrThrow({ where: { id: gatewayId } });
  await prisma.clientConfig.create({
    data: {
      ...columns,
      id,
      networkId,
      gatewayId,
      deviceId,
      isDevice: deviceId !== "",
      ...(owner && { ownerId: owner.id, ownerName: owner.username }),
      ...(address !== undefined && { address }),
    },
  });
  return id;
}

export interface TestInvite {
  email: string;
  code: string;
}

interface InviteOptions {
  email?: string;
  role?: PlatformRole;
  groupIds?: string[];
  createdBy?: string;
  createdAt?: Date;
  expiresAt?: Date;
  mailStatus?: invites.NewInvite["mailStatus"];
}

export async function anInvite(options: InviteOptions = {}): Promise<TestInvite> {
  const { createdAt = new Date(), email = `${uniqueName()}@example.com`, ...rest } = options;
  const id = invites.newId(createdAt);
  const code = newCode();
  const invite = {
    id,
    email,
    role: "service-user" as const,
    code: sealCode(id, code),
    origin: "http://localhost:3000",
    createdBy: "test",
    expiresAt: new Date(Date.now() + 24 * HOUR_MS),
    mailId: invites.newId(createdAt),
    mailStatus: "not_configured" as const,
    groupIds: [],
    ...rest,
  };
  await invites.replace(database().prisma, [invite], createdAt);
  return { email, code };
}

export interface TestPendingUser {
  username: string;
  provider: string;
  issuer: string;
  subject: string;
}

interface PendingUserOptions extends Partial<TestPendingUser> {
  displayName?: string;
  createdAt?: Date;
}

/** Somebody who signed in at a provider and waits. */
export async function aPendingUser(options: PendingUserOptions = {}): Promise<TestPendingUser> {
  const { createdAt = new Date(), displayName = "", ...rest } = options;
  const asked = {
    username: `${uniqueName("pending")}@example.com`,
    provider: "google",
    issuer: "https://accounts.example.com",
    subject: randomUUID(),
    ...rest,
  };
  await pendingUsers.create(database().prisma, { ...asked, displayName }, createdAt);
  return asked;
}

/** What the browser keeps in which they asked. */
export function pendingCookie({ provider, issuer, subject }: TestPendingUser) {
  const asked = { headers: new Headers() };
  const [cookie = ""] = writePendingCookie(asked, { provider, issuer, subject }).split(";");
  return { Cookie: cookie };
}

interface IdentityOptions {
  provider?: string;
  issuer?: string;
  subject?: string;
}

/** What a user signs in by at a provider. */
export async function anIdentity(
  { id, username }: TestUser,
  {
    provider = "google",
    issuer = "https://accounts.example.com",
    subject = randomUUID(),
  }: IdentityOptions = {},
): Promise<void> {
  const now = new Date();
  await database().prisma.identity.create({
    data: {
      provider,
      issuer,
      subject,
      userId: id,
      email: username,
      createdAt: now,
      lastUsedAt: now,
    },
    select: { id: true },
  });
}

/** A range of IPv6 that nobody else has: local addresses with 40 random bits (RFC 4193). */
export function aRange6(): string {
  const bits = randomBytes(5).toString("hex");
  return `fd${bits.slice(0, 2)}:${bits.slice(2, 6)}:${bits.slice(6)}::/64`;
}
