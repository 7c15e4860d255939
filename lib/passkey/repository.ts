import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Db, Prisma } from "@/lib/db/client";
import { Prisma as Sql, rows } from "@/lib/db/sql";
import type { PlatformRole } from "@/lib/permissions";
import { toWireTime } from "@/lib/wire";
import type { Descriptor } from "./options";
import type { Passkey } from "./schema";
import type { NewCredential, StoredCredential } from "./verification";

type Bytes = Uint8Array<ArrayBuffer>;

const passkeySelect = {
  id: true,
  name: true,
  createdAt: true,
  lastUsedAt: true,
  isBackedUp: true,
} satisfies Prisma.PasskeySelect;
type PasskeyRow = Prisma.PasskeyGetPayload<{ select: typeof passkeySelect }>;

const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const;

/** The passkeys of a user, newest first, those too that work at no address of today. */
export async function findByUser(db: Db, userId: string): Promise<Passkey[]> {
  const found = await db.passkey.findMany({
    where: { userId },
    select: passkeySelect,
    orderBy: [...newestFirst],
  });
  return found.map(toPasskey);
}

export async function findOne(db: Db, userId: string, id: string): Promise<Passkey | null> {
  const found = await db.passkey.findUnique({ where: { id, userId }, select: passkeySelect });
  return found && toPasskey(found);
}

function toPasskey({ createdAt, lastUsedAt, isBackedUp, ...row }: PasskeyRow): Passkey {
  return {
    id: row.id,
    name: row.name,
    created_at: toWireTime(createdAt),
    last_used: toWireTime(lastUsedAt),
    backed_up: isBackedUp,
  };
}

/** The ids of those of a user's passkeys that were made for another host. */
export async function findMadeElsewhere(
  db: Db,
  userId: string,
  rpId: string | null,
): Promise<string[]> {
  const found = await db.passkey.findMany({
    where: { userId, ...(rpId !== null && { rpId: { not: rpId } }) },
    select: { id: true },
    orderBy: [...newestFirst],
  });
  return found.map(({ id }) => id);
}

/** How an authenticator knows those of a user's passkeys that were made for this host, newest first. */
export function findDescriptors(db: Db, userId: string, rpId: string): Promise<Descriptor[]> {
  return db.passkey.findMany({
    where: { userId, rpId },
    select: { credentialId: true, transports: true },
    orderBy: [...newestFirst],
  });
}

/** How many passkeys of a user were made for this host. */
export function count(db: Db, userId: string, rpId: string): Promise<number> {
  return db.passkey.count({ where: { userId, rpId } });
}

interface NewPasskey extends NewCredential {
  userId: string;
  rpId: string;
  name: string;
}

export async function create(db: Db, input: NewPasskey, now: Date): Promise<Passkey> {
  const row = await db.passkey.create({
    data: { id: uuidv7({ msecs: now.getTime() }), ...input, createdAt: now },
    select: passkeySelect,
  });
  return toPasskey(row);
}

export async function rename(db: Db, id: string, name: string): Promise<Passkey> {
  return toPasskey(
    await db.passkey.update({ where: { id }, data: { name }, select: passkeySelect }),
  );
}

export async function removeById(db: Db, id: string): Promise<void> {
  await db.passkey.deleteMany({ where: { id } });
}

/** Those of other hosts too. @returns how many there were */
export async function removeByUser(db: Db, userId: string): Promise<number> {
  return (await db.passkey.deleteMany({ where: { userId } })).count;
}

/** A passkey with whoever it lets in, as they are when it is asked for. */
export interface Key extends StoredCredential {
  id: string;
  userId: string;
  username: string;
  role: PlatformRole;
}

/** Raw, because Prisma would ask twice. */
export async function findByCredential(
  db: Db,
  credentialId: Bytes,
  rpId: string,
): Promise<Key | null> {
  const [found] = await rows<Omit<Key, "counter"> & { counter: string }>(
    db,
    Sql.sql`SELECT p."id", p."publicKey", p."counter"::text, u."id" AS "userId", u."username",
        u."platformRoleId" AS "role"
      FROM "Passkey" p JOIN "User" u ON u."id" = p."userId"
      WHERE p."credentialId" = ${credentialId} AND p."rpId" = ${rpId}`,
  );
  return found ? { ...found, counter: Number(found.counter) } : null;
}

interface Use {
  counter: number;
  isBackedUp: boolean;
  now: Date;
}

/** Notes a use. @returns false where the passkey is gone, or its counter was as high already */
export async function touch(
  db: Db,
  id: string,
  { counter, isBackedUp, now }: Use,
): Promise<boolean> {
  const noted = await db.passkey.updateMany({
    where: { id, OR: [{ counter: 0 }, { counter: { lt: counter } }] },
    data: { counter, isBackedUp, lastUsedAt: now },
  });
  return noted.count > 0;
}

/** @returns whether nothing had answered it before: of parallel calls one is the first */
export async function noteAnswered(db: Db, challenge: Bytes, expiresAt: Date): Promise<boolean> {
  const noted = await db.answeredChallenge.createMany({
    data: { challenge, expiresAt },
    skipDuplicates: true,
  });
  return noted.count > 0;
}

export async function removeExpiredChallenges(db: Db, now: Date): Promise<void> {
  await db.answeredChallenge.deleteMany({ where: { expiresAt: { lte: now } } });
}
