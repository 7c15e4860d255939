import "server-only";
import { actorOf, bearerOf, hasSessionCookie } from "@/lib/auth/actor";
import { clientOf, requestIdOf } from "@/lib/auth/client";
import { assertNotThrottled } from "@/lib/auth/throttle";
import type { Context } from "@/lib/context";
import { database, type Db } from "@/lib/db/client";
import { toAppError } from "@/lib/db/errors";
import { AppError, changed } from "@/lib/errors";
import { authorizeCall, isAuthorized } from "@/lib/authorize";
import { actorName, type About, type Actor } from "@/lib/permissions";
import type { InputLimits } from "@/lib/limits";
import type { SecretKind } from "@/lib/secret-kinds";
import { isRecord } from "@/lib/wire";
import {
  pathParameters,
  type Contract,
  type CsvResult,
  type Input,
  type Result,
  type Throttle,
} from "./contract";
import { prefersCsv } from "@/lib/accept";
import { csvResponse } from "./csv";
import { commonHeaders, errorResponse } from "./envelope";
import { checkOrigin, corsHeaders } from "./origin";
import { pathValues, targetOf } from "./path";
import { parseInput, type RawInput } from "./parse";
import { entityTags, rawQuery, readBody } from "./request";
import { logRequest } from "./request-log";
import { successResponse } from "./success";

type Run<C extends Contract> = (input: Input<C>) => Promise<Result<C>> | Result<C>;
type RunCsv<C extends Contract> = (input: Input<C>) => CsvResult<C> | Promise<CsvResult<C>>;

/** What answers in another form, where the entry declares one. */
interface Others<C extends Contract> {
  csv?: RunCsv<C>;
}

export type RouteHandler<C extends Contract = Contract> = ((
  request: Request,
) => Promise<Response>) & { contract: C };

const DEFAULT_MAX_BODY_BYTES = 1024 * 1024;

interface HandlingOptions {
  /** What administrators have set and the schemas of bodies depend on. */
  readLimits: (db: Db) => Promise<InputLimits>;
}

/** Makes the function that makes the route handler of a contract entry. */
export function createHandle({ readLimits }: HandlingOptions) {
  return <C extends Contract>(contract: C, run: Run<C>, others: Others<C> = {}) =>
    handlerOf(contract, { run, ...others }, (ctx) => readLimits(ctx.db));
}

/** Nobody gets past it but by the entry's `who`. */
function handlerOf<C extends Contract>(
  contract: C,
  { run, csv }: Others<C> & { run: Run<C> },
  readLimits: (ctx: Context) => Promise<InputLimits>,
): RouteHandler<C> {
  const { method, path } = contract;
  const names = pathParameters(path);
  const declaresCsv = method === "GET" && contract.csv !== undefined;
  if (declaresCsv !== (csv !== undefined)) {
    throw new TypeError(
      `${method} ${path} answers with CSV where its entry says so, and nowhere else.`,
    );
  }

  async function answer(request: Request, ctx: Context, reply: Record<string, string>) {
    checkOrigin(request, {
      hasBearer: bearerOf(request) !== null,
      hasSessionCookie: hasSessionCookie(request),
    });
    const { pathname, search } = targetOf(request);
    const raw = { path: pathValues(names, pathname), query: rawQuery(search) };
    if (contract.who !== "anyone") ctx.actor = await actorOf(ctx.db, request, ctx.now);
    const about = aboutOf(contract, ctx.actor, raw);
    checkWho(contract, ctx, about);
    const named = { path: raw.path.values };
    if (contract.throttle) await checkThrottle(contract.throttle, ctx, "path", named);
    const bytes = await readBodyOf(contract, request);
    const input = await parseInput(contract, raw, bytes, () => readLimits(ctx));
    if (contract.throttle) {
      await checkThrottle(contract.throttle, ctx, "body", { ...named, body: input.body });
    }
    const valid = validated<C>({ ctx, request, reply, ...input });
    const alternative = contract.method === "GET" ? contract.csv : undefined;
    if (alternative && csv && prefersCsv(request.headers.get("accept"))) {
      // An export of which nobody gets a row is none.
      if (request.method === "HEAD") return csvResponse(alternative, noBatches(), reply);
      const batches = await csv(valid);
      checkAuthorized(contract, ctx, about);
      return csvResponse(alternative, batches, reply);
    }
    const result = await run(valid);
    checkAuthorized(contract, ctx, about);
    return successResponse(contract, result, { headers: reply, request });
  }

  async function handler(request: Request): Promise<Response> {
    const startedAt = performance.now();
    const ctx = openContext(request);
    const { requestId } = ctx;
    const reply = { ...commonHeaders(requestId), ...corsHeaders(request) };
    let failure: unknown;
    const response = await answer(request, ctx, reply).catch((error: unknown) => {
      failure = shownBy(contract, toAppError(error));
      return errorResponse(failure, requestId, reply);
    });
    const actor = actorName(ctx.actor);
    logRequest({ requestId, method, path, status: response.status, startedAt, actor, failure });
    return response;
  }

  return Object.assign(handler, { contract });
}

async function* noBatches(): AsyncGenerator<unknown[]> {
  // Only its headers are asked for.
}

/** The entity that a 412 shows goes through its schema, as every answer does. */
function shownBy(contract: Contract, error: unknown): unknown {
  if (!(error instanceof AppError) || !error.details.current) return error;
  const schema = contract.method === "GET" ? undefined : contract.honoursIfMatch;
  if (!schema) return new Error(`${contract.method} ${contract.path} honours no If-Match.`);
  const { entity, etag } = error.details.current;
  return changed({ entity: schema.parse(entity), etag });
}

function openContext(request: Request): Context {
  return {
    requestId: requestIdOf(request),
    actor: { kind: "anonymous" },
    now: new Date(),
    client: clientOf(request),
    ifMatch: entityTags(request, "if-match"),
    marks: [],
    db: database().prisma,
  };
}

/** What a request is about, before anything is parsed. */
function aboutOf({ about }: Contract, actor: Actor, { path, query }: RawInput): About {
  if (about === undefined) return {};
  if (about.kind === "row") return { row: true };
  const given = about.in === "path" ? path.values[about.name] : query.get(about.name)?.[0];
  if (about.kind === "network") return { network: given ?? undefined };
  const isOwn = !given && about.defaultsToSelf === true && actor.kind === "user";
  const user = isOwn ? actor.username : given?.toLowerCase();
  return { ...(user !== undefined && { user }) };
}

/** Whether a network is theirs is settled in the verb, after what is wrong with the request was said. */
function checkWho({ who }: Contract, ctx: Context, { network: _network, ...about }: About): void {
  if (who !== "anyone") authorizeCall(ctx, who, about);
}

/**
 * Deny by default: a verb that has not authorized what its entry promises answers nobody.
 * @throws an error of ours, never the caller's
 */
function checkAuthorized({ who, method, path }: Contract, ctx: Context, wanted: About): void {
  if (who === "anyone" || isAuthorized(ctx, who, (about) => covers(about, wanted))) return;
  throw new Error(`${method} ${path} was not authorized as "${who}" for what it is about.`);
}

function covers(about: About, wanted: About): boolean {
  if (wanted.row === true) return [about.user, about.owner, about.network].some(isNamed);
  return about.user === wanted.user && about.network === wanted.network;
}

function isNamed(name: string | undefined): boolean {
  return name !== undefined;
}

/** Refuses while the caller has to wait; what is wrong counts where the secret is compared. */
async function checkThrottle(
  throttle: Throttle,
  ctx: Context,
  from: "path" | "body",
  given: { path: unknown; body?: unknown },
): Promise<void> {
  const { account } = throttle;
  const secret = secretIn(throttle, given.body);
  const isKnown = account?.in === from || typeof throttle.secret !== "string";
  if (secret === null || (from === "body" && !isKnown)) return;
  const values = account?.in === "body" ? given.body : given.path;
  const named = isKnown && isRecord(values) ? values[account?.name ?? ""] : undefined;
  await assertNotThrottled(ctx, secret, typeof named === "string" ? named : null);
}

/** Null while the body, which alone says it, is not read. */
function secretIn({ secret }: Throttle, body: unknown): SecretKind | null {
  if (typeof secret === "string") return secret;
  const sent = isRecord(body)
    ? Object.entries(secret).find(([key]) => body[key] !== undefined)
    : [];
  return sent?.[1] ?? null;
}

const noBytes = new Uint8Array();

function readBodyOf(contract: Contract, request: Request): Promise<Uint8Array> | Uint8Array {
  if (contract.method === "GET") return noBytes;
  return readBody(request, contract.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES);
}

interface ParsedInput {
  ctx: Context;
  request: Request;
  reply: Record<string, string>;
  params: unknown;
  query: unknown;
  body: unknown;
}

/** The entry's schemas have just parsed this input; TypeScript cannot follow them there. */
function validated<C extends Contract>(input: ParsedInput): Input<C> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  return input as Input<C>;
}
