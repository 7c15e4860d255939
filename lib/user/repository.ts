import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db/client";
import { keyRead, Prisma, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import { isAdministrator, type PlatformRole } from "@/lib/permissions";
import type { Stored } from "@/lib/versions";
import { storedToWireTime, toIdSet } from "@/lib/wire";
import type { User } from "./schema";

export interface UserRow {
  id: string;
  username: string;
  displayName: string;
  platformRoleId: PlatformRole;
  authType: User["auth_type"];
  externalId: string;
  isDisabled: boolean;
  isMfaEnabled: boolean;
  lastLoginAt: string;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  groupIds: string[];
  gatewayIds: string[];
  tokenCount: number;
  version: string;
}

/** A user with what never leaves the server. */
export interface StoredUser extends Stored<User> {
  id: string;
}

/** As text, in UTC, so that no `Date` is made of it. */
function timeText(column: string): Prisma.Sql {
  const name = Prisma.raw(`"${column}"`);
  return Prisma.sql`(t.${name} AT TIME ZONE 'UTC')::text AS ${name}`;
}

const plainColumns = Prisma.sql`
  t."id", t."username", t."displayName", t."platformRoleId", t."authType", t."externalId", t."isDisabled",
  t."isMfaEnabled", t."createdBy", t."version"::text, ${timeText("lastLoginAt")}, ${timeText("createdAt")},
  ${timeText("updatedAt")},
  ARRAY(SELECT m."groupId" FROM "GroupMember" m WHERE m."userId" = t."id" ORDER BY m."groupId") AS "groupIds",
  ARRAY(SELECT a."gatewayId"::text FROM "GatewayAttachment" a WHERE a."userId" = t."id" ORDER BY a."gatewayId")
    AS "gatewayIds"`;

/**
 * Raw, because groups, attachments and the count of live tokens come with the row in one statement, for one user as
 * for a thousand.
 */
export function userColumns(now: Date): Prisma.Sql {
  return Prisma.sql`${plainColumns},
    (SELECT count(*) FROM "AccessToken" a WHERE a."userId" = t."id" AND a."expiresAt" > ${now}::timestamptz)::int
      AS "tokenCount"`;
}

export function toUser(row: UserRow): User {
  return {
    username: row.username,
    external_identity_provider_id: row.externalId,
    is_mfa_enabled: row.isMfaEnabled,
    display_name: row.displayName,
    account_disabled: row.isDisabled,
    isadmin: isAdministrator(row.platformRoleId),
    issuperadmin: row.platformRoleId === "super-admin",
    auth_type: row.authType,
    remote_gw_ids: toIdSet(row.gatewayIds),
    user_group_ids: toIdSet(row.groupIds),
    platform_role_id: row.platformRoleId,
    network_roles: {},
    last_login_time: storedToWireTime(row.lastLoginAt),
    num_access_tokens: row.tokenCount,
    created_by: row.createdBy,
    created_at: storedToWireTime(row.createdAt),
    updated_at: storedToWireTime(row.updatedAt),
  };
}

export function toStored(row: UserRow): StoredUser {
  return { id: row.id, version: row.version, entity: toUser(row) };
}

function firstStored(found: UserRow[]): StoredUser | null {
  const [row] = found;
  return row ? toStored(row) : null;
}

export async function findByUsername(
  db: Db,
  username: string,
  now: Date,
): Promise<StoredUser | null> {
  const found = await keyRead<UserRow>(
    db,
    Prisma.sql`SELECT ${userColumns(now)} FROM "User" t WHERE t."username" = ${username}`,
  );
  return firstStored(found);
}

/**
 * The users as they are once no other transaction is changing them, and nobody changes them before this one ends.
 * In the order of their ids, so that transactions that lock several cannot wait for each other.
 */
export async function lockMany(db: Db, usernames: string[], now: Date): Promise<StoredUser[]> {
  // Two statements: the second one sees what the transactions that held the locks have written.
  await rows(
    db,
    Prisma.sql`SELECT 1 FROM "User" WHERE "username" = ANY(${usernames}) ORDER BY "id" FOR UPDATE`,
  );
  return findMany(db, usernames, now);
}

export async function findMany(db: Db, usernames: string[], now: Date): Promise<StoredUser[]> {
  const found = await rows<UserRow>(
    db,
    Prisma.sql`SELECT ${userColumns(now)} FROM "User" t WHERE t."username" = ANY(${usernames})`,
  );
  return found.map(toStored);
}

const BATCH = 1000;

/** All users by username, in keyset batches of 1,000. */
export async function* findBatches(db: Db, now: Date): AsyncGenerator<User[]> {
  let last = "";
  for (;;) {
    const found = await rows<UserRow>(
      db,
      Prisma.sql`SELECT ${userColumns(now)} FROM "User" t WHERE t."username" > ${last}
        ORDER BY t."username" LIMIT ${BATCH}`,
      { prepared: true },
    );
    yield found.map(toUser);
    const end = found.at(-1);
    if (!end || found.length < BATCH) return;
    last = end.username;
  }
}

export async function hasSuperAdmin(db: Db): Promise<boolean> {
  return (await findSuperAdmin(db)) !== null;
}

/** @returns the username */
export async function findSuperAdmin(db: Db): Promise<string | null> {
  const found = await db.user.findFirst({
    where: { platformRoleId: "super-admin" },
    select: { username: true },
  });
  return found?.username ?? null;
}

/** Those who are enabled, by username. */
export async function findAdministrators(db: Db): Promise<string[]> {
  const found = await db.user.findMany({
    where: { platformRoleId: { in: ["super-admin", "admin"] }, isDisabled: false },
    orderBy: { username: "asc" },
    select: { username: true },
  });
  return found.map(({ username }) => username);
}

export async function isTaken(db: Db, username: string): Promise<boolean> {
  return (await db.user.count({ where: { username } })) > 0;
}

interface NewUser {
  /** Made where it is not given. */
  id?: string;
  username: string;
  displayName: string;
  passwordHash: string | null;
  platformRoleId: PlatformRole;
  /** One with a password, where it is not said. */
  authType?: User["auth_type"];
  externalId: string;
  isDisabled: boolean;
  groupIds: string[];
  createdBy: string;
}

export async function create(db: Db, input: NewUser, now: Date): Promise<void> {
  const { groupIds, displayName, ...columns } = input;
  await db.user.create({
    data: {
      ...columns,
      ...displayNameColumns(displayName),
      createdAt: now,
      updatedAt: now,
      memberships: { createMany: { data: groupIds.map((groupId) => ({ groupId })) } },
    },
    select: { id: true },
  });
}

/** Many at once, whose names nobody has. Raw, because a set of any size must go in two statements. */
export async function createMany(db: Db, created: readonly NewUser[], now: Date): Promise<void> {
  const stored = created.map(({ groupIds: _groupIds, displayName, ...columns }) => ({
    authType: "basic_auth",
    ...columns,
    ...displayNameColumns(displayName),
    id: uuidv7({ msecs: now.getTime() }),
  }));
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "User" ("id", "username", "displayName", "displayNameLower", "passwordHash", "platformRoleId",
      "authType", "externalId", "isDisabled", "createdBy", "createdAt", "updatedAt")
    SELECT e.*, ${now}::timestamptz, ${now}::timestamptz FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) AS e (
      "id" uuid, "username" text, "displayName" text, "displayNameLower" text, "passwordHash" text,
      "platformRoleId" text, "authType" text, "externalId" text, "isDisabled" boolean, "createdBy" text)`);
  const ids = new Map(stored.map(({ id, username }) => [username, id]));
  await addMemberships(
    db,
    created.flatMap(({ username, groupIds }) =>
      groupIds.map((groupId) => ({ userId: ids.get(username) ?? "", groupId })),
    ),
  );
}

interface Membership {
  userId: string;
  groupId: string;
}

export async function addMemberships(db: Db, added: readonly Membership[]): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "GroupMember" ("groupId", "userId") SELECT * FROM ${pairs(added)}`);
}

export async function removeMemberships(db: Db, removed: readonly Membership[]): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    DELETE FROM "GroupMember" m USING ${pairs(removed)} AS p("groupId", "userId")
    WHERE m."groupId" = p."groupId" AND m."userId" = p."userId"`);
}

function pairs(memberships: readonly Membership[]): Prisma.Sql {
  return Prisma.sql`unnest(${memberships.map(({ groupId }) => groupId)}::text[],
    ${memberships.map(({ userId }) => userId)}::uuid[])`;
}

interface ManyChange {
  id: string;
  displayName?: string;
  role?: PlatformRole;
}

/** Writes what is given of each, and raises their versions. */
export async function updateMany(db: Db, changes: readonly ManyChange[], now: Date): Promise<void> {
  const stored = changes.map(({ displayName, ...change }) => ({
    ...change,
    ...(displayName !== undefined && displayNameColumns(displayName)),
  }));
  await db.$executeRaw(Prisma.sql`
    UPDATE "User" t SET "displayName" = COALESCE(e."displayName", t."displayName"),
      "displayNameLower" = COALESCE(e."displayNameLower", t."displayNameLower"),
      "platformRoleId" = COALESCE(e."role", t."platformRoleId"),
      "updatedAt" = ${now}::timestamptz, "version" = t."version" + 1
    FROM jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) AS e (
      "id" uuid, "displayName" text, "displayNameLower" text, "role" text)
    WHERE t."id" = e."id"`);
}

interface UserChange {
  displayName?: string | undefined;
  passwordHash?: string | undefined;
  platformRoleId?: PlatformRole | undefined;
  isDisabled?: boolean | undefined;
  isMfaEnabled?: boolean | undefined;
  authType?: User["auth_type"] | undefined;
}

/** Writes the given columns and raises the version. */
export async function update(db: Db, id: string, change: UserChange, now: Date): Promise<void> {
  const { displayName, ...columns } = change;
  await db.user.update({
    where: { id },
    data: {
      ...columns,
      ...(displayName !== undefined && displayNameColumns(displayName)),
      updatedAt: now,
      version: { increment: 1 },
    },
    select: { id: true },
  });
}

/** Signing in is no change of the user: the version stays. */
export async function touchLastLogin(db: Db, userId: string, now: Date): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { lastLoginAt: now }, select: { id: true } });
}

/** The same password at another cost is no change of the user either: the version stays. */
export async function replaceHash(db: Db, userId: string, passwordHash: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
}

/** The search and the sort by name go by the lower-case form, made here so that every database does it alike. */
function displayNameColumns(displayName: string) {
  return { displayName, displayNameLower: foldCase(displayName) };
}

export async function changeMemberships(
  db: Db,
  userId: string,
  { added, removed }: { added: string[]; removed: string[] },
): Promise<void> {
  if (removed.length > 0) {
    await db.groupMember.deleteMany({ where: { userId, groupId: { in: removed } } });
  }
  if (added.length > 0) {
    await db.groupMember.createMany({ data: added.map((groupId) => ({ userId, groupId })) });
  }
}

export async function setDisabledMany(
  db: Db,
  ids: string[],
  isDisabled: boolean,
  now: Date,
): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    UPDATE "User" SET "isDisabled" = ${isDisabled}, "updatedAt" = ${now}::timestamptz, "version" = "version" + 1
    WHERE "id" = ANY(${ids}::uuid[])`);
}

/** As memberships change, which are part of a user. */
export async function raiseVersions(db: Db, ids: readonly string[], now: Date): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    UPDATE "User" SET "version" = "version" + 1, "updatedAt" = ${now}::timestamptz
    WHERE "id" = ANY(${[...ids]}::uuid[])`);
}

const RAISED_AT_ONCE = 20_000;
const LEAST_ID = "00000000-0000-0000-0000-000000000000";

/** Memberships are part of a user. */
export function raiseVersionsOfMembers(
  db: Db,
  groupIds: readonly string[],
  now: Date,
): Promise<void> {
  return raiseInBatches(
    db,
    Prisma.sql`"GroupMember" h WHERE h."groupId" = ANY(${[...groupIds]})`,
    now,
  );
}

/** Attachments are part of a user. */
export function raiseVersionsOfAttached(
  db: Db,
  gatewayIds: readonly string[],
  now: Date,
): Promise<void> {
  return raiseInBatches(
    db,
    Prisma.sql`"GatewayAttachment" h WHERE h."gatewayId" = ANY(${[...gatewayIds]}::uuid[])`,
    now,
  );
}

/**
 * Locks in the order of their ids; in batches, because one statement has less time than there may be users.
 * @param held the rows (`h`) that name them
 */
async function raiseInBatches(db: Db, held: Prisma.Sql, now: Date): Promise<void> {
  let last = LEAST_ID;
  for (;;) {
    const [raised] = await rows<{ count: number; last: string | null }>(
      db,
      Prisma.sql`
      WITH "locked" AS MATERIALIZED (
        SELECT "id" FROM "User" WHERE "id" IN (
          SELECT h."userId" FROM ${held} AND h."userId" > ${last}::uuid)
        ORDER BY "id" LIMIT ${RAISED_AT_ONCE} FOR NO KEY UPDATE),
      "raised" AS (
        UPDATE "User" t SET "version" = "version" + 1, "updatedAt" = ${now}::timestamptz
        FROM "locked" l WHERE t."id" = l."id")
      SELECT count(*)::int AS "count", max("id"::text) AS "last" FROM "locked"`,
    );
    if (!raised?.last || raised.count < RAISED_AT_ONCE) return;
    last = raised.last;
  }
}

/** Locks the members of these groups, however many. */
export function lockMembers(db: Db, groupIds: readonly string[]): Promise<void> {
  return lockHolders(db, membersOf(groupIds));
}

/** Locks whoever is attached to a gateway, however many. */
export function lockAttached(db: Db, gatewayId: string): Promise<void> {
  return lockHolders(
    db,
    Prisma.sql`SELECT "userId" FROM "GatewayAttachment" WHERE "gatewayId" = ${gatewayId}::uuid`,
  );
}

/** Locks the members of these groups and whoever is attached to a gateway of the network, however many. */
export function lockOfNetwork(
  db: Db,
  { networkId, groupIds }: { networkId: string; groupIds: readonly string[] },
): Promise<void> {
  return lockHolders(
    db,
    Prisma.sql`${membersOf(groupIds)}
      UNION ALL SELECT "userId" FROM "GatewayAttachment" WHERE "networkId" = ${networkId}`,
  );
}

function membersOf(groupIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT "userId" FROM "GroupMember" WHERE "groupId" = ANY(${[...groupIds]})`;
}

/** @param held the ids of the users */
async function lockHolders(db: Db, held: Prisma.Sql): Promise<void> {
  await rows(
    db,
    Prisma.sql`SELECT count(*) FROM (
      SELECT 1 FROM "User" WHERE "id" IN (${held}) ORDER BY "id" FOR NO KEY UPDATE) "locked"`,
  );
}

/** Sessions, tokens, memberships, attachments and settings go with them, in the database. */
export async function removeMany(db: Db, ids: string[]): Promise<void> {
  await db.$executeRaw(Prisma.sql`DELETE FROM "User" WHERE "id" = ANY(${ids}::uuid[])`);
}
