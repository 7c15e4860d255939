import "server-only";
import type { Db, Prisma } from "@/lib/db/client";
import { Prisma as Sql, rows } from "@/lib/db/sql";
import { foldCase } from "@/lib/fold";
import { toWireTime } from "@/lib/wire";
import type { AccessToken } from "./schema";

const tokenSelect = {
  id: true,
  name: true,
  userName: true,
  expiresAt: true,
  lastUsedAt: true,
  createdBy: true,
  createdAt: true,
} satisfies Prisma.AccessTokenSelect;
export type TokenRow = Prisma.AccessTokenGetPayload<{ select: typeof tokenSelect }>;

export function toToken(row: TokenRow): AccessToken {
  return {
    id: row.id,
    name: row.name,
    user_name: row.userName,
    expires_at: toWireTime(row.expiresAt),
    last_used: toWireTime(row.lastUsedAt),
    created_by: row.createdBy,
    created_at: toWireTime(row.createdAt),
  };
}

export const BATCH = 1000;

/** The tokens of a user, newest first, in keyset batches of 1,000. */
export async function* findBatches(db: Db, userId: string): AsyncGenerator<AccessToken[]> {
  let last: TokenRow | undefined;
  do {
    const found = await db.accessToken.findMany({
      where: { userId, ...(last && { OR: olderThan(last) }) },
      select: tokenSelect,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: BATCH,
    });
    yield found.map(toToken);
    last = found.length < BATCH ? undefined : found.at(-1);
  } while (last);
}

function olderThan({ createdAt, id }: TokenRow) {
  return [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }];
}

export interface OwnedToken extends AccessToken {
  owner: { id: string; entity: { username: string; display_name: string } };
}

/** A token by its id, whoever owns it, and behind it those that were made with it, in turn; empty when it is gone. */
export async function findWithDescendants(db: Db, id: string): Promise<OwnedToken[]> {
  // Prisma cannot follow a relation to its end.
  const found = await rows<TokenRow & { userId: string; displayName: string }>(
    db,
    Sql.sql`
      WITH RECURSIVE family AS (
        SELECT t.*, 0 AS "distance" FROM "AccessToken" t WHERE t."id" = ${id}::uuid
        UNION ALL
        SELECT t.*, f."distance" + 1 FROM "AccessToken" t JOIN family f ON t."parentId" = f."id")
      SELECT f.*, u."displayName" FROM family f JOIN "User" u ON u."id" = f."userId"
      ORDER BY f."distance", f."createdAt", f."id"`,
  );
  return found.map((row) => ({
    ...toToken(row),
    owner: { id: row.userId, entity: { username: row.userName, display_name: row.displayName } },
  }));
}

interface NewToken {
  owner: { id: string; username: string };
  name: string;
  tokenHash: Uint8Array<ArrayBuffer>;
  /** The token that it is made with. */
  parentId: string | null;
  createdBy: string;
  now: Date;
  expiresAt: Date;
}

export async function create(db: Db, { owner, now, name, ...columns }: NewToken): Promise<void> {
  await db.accessToken.create({
    data: {
      ...columns,
      name,
      nameLower: foldCase(name),
      userId: owner.id,
      userName: owner.username,
      createdAt: now,
    },
    select: { id: true },
  });
}

/** Those that were made with it go along, in the database. @returns how many there were */
export async function removeById(db: Db, id: string): Promise<number> {
  return (await db.accessToken.deleteMany({ where: { id } })).count;
}

/** @returns how many there were */
export async function removeByUsers(db: Db, userIds: string[]): Promise<number> {
  const { count } = await db.accessToken.deleteMany({ where: { userId: { in: userIds } } });
  return count;
}
