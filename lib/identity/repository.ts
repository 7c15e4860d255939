import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Db, Prisma } from "@/lib/db/client";
import { toWireTime } from "@/lib/wire";
import type { Identity } from "./schema";

const identitySelect = {
  id: true,
  provider: true,
  email: true,
  createdAt: true,
  lastUsedAt: true,
} satisfies Prisma.IdentitySelect;
type IdentityRow = Prisma.IdentityGetPayload<{ select: typeof identitySelect }>;

/** What a provider calls somebody: unique for ever, unlike an address. */
export interface Subject {
  issuer: string;
  subject: string;
}

/** The identities of a user, newest first. */
export async function findByUser(db: Db, userId: string): Promise<Identity[]> {
  const found = await db.identity.findMany({
    where: { userId },
    select: identitySelect,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return found.map(toIdentity);
}

function toIdentity({ createdAt, lastUsedAt, ...row }: IdentityRow): Identity {
  return { ...row, created_at: toWireTime(createdAt), last_used: toWireTime(lastUsedAt) };
}

/** Whose identity this is; null when it is nobody's. */
export async function findHolder(
  db: Db,
  { issuer, subject }: Subject,
): Promise<{ id: string; userId: string } | null> {
  return db.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { id: true, userId: true },
  });
}

export interface NewIdentity extends Subject {
  userId: string;
  /** The provider's id here. */
  provider: string;
  email: string;
}

export async function create(db: Db, input: NewIdentity, now: Date): Promise<Identity> {
  const id = uuidv7({ msecs: now.getTime() });
  const row = await db.identity.create({
    data: { id, ...input, createdAt: now, lastUsedAt: now },
    select: identitySelect,
  });
  return toIdentity(row);
}

/** Notes a sign-in. */
export async function touch(
  db: Db,
  id: string,
  { provider, email, now }: { provider: string; email: string | null; now: Date },
): Promise<void> {
  await db.identity.update({
    where: { id },
    data: { provider, lastUsedAt: now, ...(email !== null && { email }) },
    select: { id: true },
  });
}

/** @returns how many there were */
export async function removeById(db: Db, id: string): Promise<number> {
  return (await db.identity.deleteMany({ where: { id } })).count;
}

export function countByUser(db: Db, userId: string): Promise<number> {
  return db.identity.count({ where: { userId } });
}

export async function removeByUser(db: Db, userId: string): Promise<void> {
  await db.identity.deleteMany({ where: { userId } });
}
