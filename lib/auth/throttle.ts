import "server-only";
import type { SecretKind } from "@/lib/api/contract";
import type { Context } from "@/lib/context";
import { Prisma, rows } from "@/lib/db/sql";
import { throttled } from "@/lib/errors";

/** A count of failures that refuses further attempts once it is full. */
interface Bucket {
  key: string;
  limit: number;
}

const ACCOUNT_LIMIT = 10;
const ADDRESS_LIMIT = 300;
/** No account has a longer name; keys of the table must stay short. */
const LONGEST_USERNAME = 254;

/** @throws AppError `throttled` while the caller has to wait; counts nothing. */
export async function assertNotThrottled(
  ctx: Context,
  secret: SecretKind,
  account: string | null,
): Promise<void> {
  await assertOpen(ctx, bucketsFor(ctx, secret, account));
}

/**
 * Compares a secret. The attempt is counted before and given back when the secret was right, so that
 * parallel guesses cannot slip through.
 * @returns what `verify` returned
 * @throws AppError `throttled`, in which case the secret was not compared and nothing counts
 */
export async function countAttempt(
  ctx: Context,
  secret: SecretKind,
  account: string,
  verify: () => Promise<boolean>,
): Promise<boolean> {
  const buckets = bucketsFor(ctx, secret, account);
  await consume(ctx, buckets);
  let isRight = true;
  try {
    isRight = await verify();
  } finally {
    if (isRight) await giveBack(ctx, buckets);
  }
  return isRight;
}

/** A browser that its owner signed in with before is counted alone, away from strangers' failures. */
function bucketsFor({ client }: Context, secret: SecretKind, account: string | null): Bucket[] {
  const name = account?.toLowerCase().slice(0, LONGEST_USERNAME);
  const browser = name === undefined ? undefined : client.knownBrowser.get(name);
  if (name !== undefined && browser !== undefined) {
    return [{ key: `${secret}:browser:${name}:${browser}`, limit: ACCOUNT_LIMIT }];
  }
  const address = { key: `${secret}:address:${networkOf(client.ip)}`, limit: ADDRESS_LIMIT };
  if (name !== undefined)
    return [{ key: `${secret}:account:${name}`, limit: ACCOUNT_LIMIT }, address];
  return client.knownBrowser.size > 0 ? [] : [address];
}

/** IPv4 as it is; of IPv6 the /64, because that is what one customer gets. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!ip.includes(":")) return ip;
  const [head = "", tail] = ip.split("%", 1).join("").split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill("0");
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

async function assertOpen({ db, now }: Context, buckets: Bucket[]): Promise<void> {
  const keys = buckets.map(({ key }) => key);
  const blocked = await db.throttle.findMany({
    where: { key: { in: keys }, blockedUntil: { gt: now } },
    select: { blockedUntil: true },
  });
  const times = blocked.map(({ blockedUntil }) => blockedUntil?.getTime() ?? 0);
  if (times.length === 0) return;
  throw throttled(Math.ceil((Math.max(...times) - now.getTime()) / 1000));
}

/** One statement, so that of parallel attempts only as many pass as the bucket has room for. */
async function consume(ctx: Context, buckets: Bucket[]): Promise<void> {
  const sorted = [...buckets].sort((a, b) => (a.key < b.key ? -1 : 1));
  const taken = await rows<{ key: string }>(ctx.db, consumeStatement(ctx.now, sorted));
  if (taken.length === buckets.length) return;
  const keys = new Set(taken.map(({ key }) => key));
  await giveBack(
    ctx,
    buckets.filter(({ key }) => keys.has(key)),
  );
  await assertOpen(ctx, buckets);
  throw throttled(1);
}

/** Fifteen minutes from the first failure; once full, waits of 1, 2, 4, 8, then 15 minutes, one after each failure. */
function consumeStatement(now: Date, buckets: Bucket[]) {
  const values = buckets.map(({ key, limit }) => Prisma.sql`(${key}, ${limit}::int)`);
  // Prisma has no upsert with a condition and computed columns.
  return Prisma.sql`
    INSERT INTO "Throttle" AS t ("key", "failures", "expiresAt", "blockedUntil")
    SELECT b."key", 1, ${now}::timestamptz + interval '15 minutes', NULL
    FROM (VALUES ${Prisma.join(values)}) AS b ("key", "limit")
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = CASE WHEN t."failures" = 0 OR t."expiresAt" <= ${now} THEN 1 ELSE t."failures" + 1 END,
      "blockedUntil" = CASE WHEN t."expiresAt" > ${now} THEN ${now}::timestamptz + ${waitAfter(buckets)} END,
      "expiresAt" = CASE
        WHEN t."failures" = 0 OR t."expiresAt" <= ${now} THEN excluded."expiresAt"
        ELSE GREATEST(t."expiresAt", excluded."expiresAt" + ${waitAfter(buckets)}) END
    WHERE t."blockedUntil" IS NULL OR t."blockedUntil" <= ${now}
    RETURNING t."key"`;
}

/** The wait that the failure being counted brings; null while the bucket is not full. */
function waitAfter(buckets: Bucket[]) {
  const limits = buckets.map(({ key, limit }) => Prisma.sql`WHEN ${key} THEN ${limit}::int`);
  const over = Prisma.sql`t."failures" + 2 - CASE t."key" ${Prisma.join(limits, " ")} END`;
  return Prisma.sql`CASE WHEN ${over} > 0
    THEN (ARRAY[1, 2, 4, 8, 15])[LEAST(${over}, 5)] * interval '1 minute' END`;
}

async function giveBack({ db }: Context, buckets: Bucket[]): Promise<void> {
  const keys = buckets.map(({ key }) => key);
  await db.throttle.updateMany({
    where: { key: { in: keys }, failures: { gt: 0 } },
    data: { failures: { decrement: 1 }, blockedUntil: null },
  });
}
