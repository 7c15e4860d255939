import "server-only";
import { actorOf, hasSessionCookie } from "@/lib/auth/actor";
import { clientOf, requestIdOf } from "@/lib/auth/client";
import { assertNotThrottled } from "@/lib/auth/throttle";
import type { Context } from "@/lib/context";
import { database } from "@/lib/db/client";
import { toAppError } from "@/lib/db/errors";
import {
  actorName,
  authorize,
  permissions,
  requireRecentIdentity,
  type Actor,
} from "@/lib/permissions";
import { isRecord } from "@/lib/wire";
import { pathParameters, type Contract, type Input, type Result } from "./contract";
import { commonHeaders, errorResponse } from "./envelope";
import { checkOrigin, corsHeaders } from "./origin";
import { pathValues } from "./path";
import { parseInput, type RawInput } from "./parse";
import { ifMatchOf, rawQuery, readBody } from "./request";
import { logRequest } from "./request-log";
import { successResponse } from "./success";

type Run<C extends Contract> = (
  input: Input<C>,
) => Promise<Result<C> | Response> | Result<C> | Response;

export type RouteHandler<C extends Contract = Contract> = ((
  request: Request,
) => Promise<Response>) & { contract: C };

const DEFAULT_MAX_BODY_BYTES = 1024 * 1024;

/** Makes the route handler of a contract entry. Nobody gets past it but by the entry's `who`. */
export function handle<C extends Contract>(contract: C, run: Run<C>): RouteHandler<C> {
  const { method, path } = contract;
  const names = pathParameters(path);

  async function answer(request: Request, ctx: Context, reply: Record<string, string>) {
    checkOrigin(request, hasSessionCookie(request));
    const url = new URL(request.url);
    const raw = { path: pathValues(names, url.pathname), query: rawQuery(url.search) };
    if (contract.who !== "anyone") ctx.actor = await actorOf(request, ctx.now);
    checkWho(contract, ctx, raw);
    await checkThrottle(contract, ctx, "path", raw.path.values);
    const bytes = await readBodyOf(contract, request);
    const input = await parseInput(contract, ctx.db, raw, bytes);
    await checkThrottle(contract, ctx, "body", input.body);
    const result = await run(validated<C>({ ctx, request, reply, ...input }));
    return result instanceof Response ? result : successResponse(contract, result, reply);
  }

  async function handler(request: Request): Promise<Response> {
    const startedAt = performance.now();
    const ctx = openContext(request);
    const { requestId } = ctx;
    const reply = { ...commonHeaders(requestId), ...corsHeaders(request) };
    let failure: unknown;
    const response = await answer(request, ctx, reply).catch((error: unknown) => {
      failure = toAppError(error);
      return errorResponse(failure, requestId, reply);
    });
    const actor = actorName(ctx.actor);
    logRequest({ requestId, method, path, status: response.status, startedAt, actor, failure });
    return response;
  }

  return Object.assign(handler, { contract });
}

function openContext(request: Request): Context {
  return {
    requestId: requestIdOf(request),
    actor: { kind: "anonymous" },
    now: new Date(),
    client: clientOf(request),
    ifMatch: ifMatchOf(request),
    db: database().prisma,
  };
}

function checkWho({ who, target }: Contract, ctx: Context, raw: RawInput): void {
  if (who === "anyone") return;
  authorize(ctx.actor, who, target && targetOf(target, ctx.actor, raw));
  if ("sudo" in permissions[who]) requireRecentIdentity(ctx);
}

/** The username that a request is about, before anything is parsed. */
function targetOf(
  target: NonNullable<Contract["target"]>,
  actor: Actor,
  { path, query }: RawInput,
) {
  const given = target.in === "path" ? path.values[target.name] : query.get(target.name)?.[0];
  if (!given && target.defaultsToSelf && actor.kind === "user") return actor.username;
  return given?.toLowerCase();
}

/** Refuses while the caller has to wait; what is wrong counts where the secret is compared. */
async function checkThrottle(
  { throttle }: Contract,
  ctx: Context,
  from: "path" | "body",
  values: unknown,
): Promise<void> {
  if (!throttle) return;
  const isKnown = throttle.account.in === from;
  const named = isKnown && isRecord(values) ? values[throttle.account.name] : undefined;
  if (from === "body" && !isKnown) return;
  await assertNotThrottled(ctx, throttle.secret, typeof named === "string" ? named : null);
}

function readBodyOf(contract: Contract, request: Request): Promise<Uint8Array> {
  if (contract.method === "GET") return Promise.resolve(new Uint8Array());
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
