import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context, Tx } from "@/lib/context";
import { throttled } from "@/lib/errors";
import {
  accountSecretKinds,
  addressSecretKinds,
  type AccountSecretKind,
  type SecretKind,
} from "@/lib/secret-kinds";
import * as throttles from "./throttle-repository";
import type { AccountKeys, Bucket, Failures } from "./throttle-repository";

const ACCOUNT_LIMIT = 10;
const ADDRESS_LIMIT = 300;
const LONGEST_WAIT_MS = 5_000;
const POLL_MS = 20;
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
 * @param verify answers `false` or `null` when the secret is wrong
 * @returns what `verify` returned
 * @throws AppError `throttled`, in which case the secret was not compared and nothing counts
 */
export async function countAttempt<T extends object | boolean | null>(
  ctx: Context,
  secret: SecretKind,
  account: string | null,
  verify: () => Promise<T>,
): Promise<T> {
  const buckets = bucketsFor(ctx, secret, account);
  await consume(ctx, buckets);
  let isRight = true;
  try {
    const answer = await verify();
    isRight = answer !== false && answer !== null;
    return answer;
  } finally {
    await throttles.settle(ctx.db, keysOf(buckets), isRight);
  }
}

/** The failures of an account, over all its buckets of every kind of secret; an address's are nobody's. */
export function readFailuresOf({ db, now }: Context, account: string): Promise<Failures> {
  return throttles.findFailures(db, accountKeys(account), now);
}

/** Forgets an account's failures, in every bucket; attempts that are being compared still count. */
export function forgetFailuresOf({ db }: Tx, account: string): Promise<void> {
  return throttles.forgetFailures(db, accountKeys(account));
}

function accountKeys(account: string): AccountKeys {
  const name = nameIn(account);
  return {
    keys: accountSecretKinds.map((secret) => accountKey(secret, name)),
    prefixes: accountSecretKinds.map((secret) => browserKey(secret, name, "")),
  };
}

function nameIn(account: string): string {
  return account.toLowerCase().slice(0, LONGEST_USERNAME);
}

function accountKey(secret: AccountSecretKind, name: string): string {
  return `${secret}:account:${name}`;
}

function browserKey(secret: AccountSecretKind, name: string, browser: string): string {
  return `${secret}:browser:${name}:${browser}`;
}

/** A browser that its owner signed in with before is counted alone, away from strangers' failures. */
function bucketsFor({ client }: Context, secret: SecretKind, account: string | null): Bucket[] {
  const address = { key: `${secret}:address:${networkOf(client.ip)}`, limit: ADDRESS_LIMIT };
  if (!isAccountKind(secret)) return [address];
  if (account === null) return client.knownBrowser().size > 0 ? [] : [address];
  const name = nameIn(account);
  const browser = client.knownBrowser().get(name);
  return browser === undefined
    ? [{ key: accountKey(secret, name), limit: ACCOUNT_LIMIT }, address]
    : [{ key: browserKey(secret, name, browser), limit: ACCOUNT_LIMIT }];
}

function isAccountKind(secret: SecretKind): secret is AccountSecretKind {
  return !addressSecretKinds.some((kind) => kind === secret);
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
  const until = await throttles.findBlockedUntil(db, keysOf(buckets), now);
  if (until === null) return;
  throw throttled(Math.ceil((until.getTime() - now.getTime()) / 1000));
}

/** Where a bucket is full of attempts that are being compared, waits until one turns out right, or all wrong. */
async function consume(ctx: Context, buckets: Bucket[]): Promise<void> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < LONGEST_WAIT_MS) {
    const taken = await throttles.consume(ctx.db, buckets, ctx.now);
    if (taken.length === buckets.length) return;
    await throttles.settle(ctx.db, taken, true);
    await assertOpen(ctx, buckets);
    await sleep(POLL_MS);
  }
  throw throttled(1);
}

function keysOf(buckets: Bucket[]): string[] {
  return buckets.map(({ key }) => key);
}
