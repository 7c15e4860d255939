// Calls the exported function of a route file, and holds every answer against what the contract promises.
import { expect } from "vitest";
import { z } from "zod";
import { answerSchema } from "@/lib/api/answer-schema";
import { refusalsOf } from "@/lib/api/answer-statuses";
import {
  honoursIfNoneMatch,
  isWrapped,
  pathParameters,
  type Contract,
  type Surroundings,
} from "@/lib/api/contract";
import type { RouteHandler } from "@/lib/api/handle";
import type { Caller } from "./factories";

type QueryValue = string | number | boolean;

export interface CallInput {
  params?: Record<string, string>;
  /** A text is taken as it is, without its question mark. */
  query?: Record<string, QueryValue | QueryValue[]> | string;
  body?: unknown;
  /** In place of a body that is JSON. */
  rawBody?: BodyInit;
  headers?: Record<string, string>;
}

type Payload<C extends Contract> = C["response"] extends { within: Surroundings }
  ? unknown
  : C["response"] extends { kind: "streamed" }
    ? z.output<C["response"]["schema"]>[]
    : z.output<C["response"]["schema"]>;

const problem = z.strictObject({
  Code: z.int(),
  Message: z.string().min(1),
  Response: z.unknown(),
  RequestId: z.string().min(1),
  Errors: z
    .array(z.strictObject({ path: z.string().min(1), message: z.string().min(1) }))
    .min(1)
    .optional(),
});
export type Problem = z.infer<typeof problem>;

export interface Called<C extends Contract> {
  status: number;
  headers: Headers;
  text: string;
  /** What a success carries, out of its envelope; anything else fails the test. */
  readonly payload: Payload<C>;
  /** The envelope of a refusal; a success fails the test. */
  readonly problem: Problem;
  /** The paths of a refusal's `Errors`. */
  readonly badPaths: string[];
}

/** The answer, which fails the test where it is not as the contract promises; what it says is up to the test. */
export async function callAs<C extends Contract>(
  caller: Caller,
  route: RouteHandler<C>,
  input: CallInput = {},
): Promise<Called<C>> {
  const request = requestFor(route.contract, caller, input);
  const response = await route(request);
  return checked(route.contract, request, response);
}

export function requestFor(
  contract: Contract,
  caller: Caller,
  { params = {}, query = {}, body, rawBody, headers }: CallInput,
): Request {
  const path = pathParameters(contract.path).reduce<string>(
    (text, { name }) => text.replace(`{${name}}`, encodeURIComponent(params[name] ?? "")),
    contract.path,
  );
  const search = typeof query === "string" ? query : searchOf(query).toString();
  const content = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  return new Request(`http://localhost:3000${path}${search && `?${search}`}`, {
    method: contract.method,
    headers: { "x-muster-client-address": "192.0.2.1", ...caller.headers, ...headers },
    ...(content !== undefined && { body: content }),
  });
}

function searchOf(query: Exclude<CallInput["query"], string | undefined>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each));
  }
  return search;
}

async function checked<C extends Contract>(
  contract: C,
  request: Request,
  response: Response,
): Promise<Called<C>> {
  const { status, headers } = response;
  const text = await response.text();
  checkHeaders(request, headers);
  const refusals = refusalsOf(contract).map((refusal) => refusal.status);
  expect([200, ...(honoursIfNoneMatch(contract) ? [304] : []), ...refusals]).toContain(status);
  const isJson = /^application\/json\b/.test(headers.get("content-type") ?? "");
  const json: unknown = isJson ? JSON.parse(text) : null;
  const payload = status === 200 && isJson ? checkSuccess(contract, json, headers) : null;
  if (honoursIfNoneMatch(contract) && status < 400)
    expect(headers.get("etag")).toMatch(/^"[^"]+"$/);
  const refusal = status < 400 ? null : checkProblem(status, json, text, headers);
  if (status === 304) expect(text).toBe("");
  return {
    status,
    headers,
    text,
    get payload() {
      if (status === 200) return promised<C>(payload);
      throw new Error(`Expected 200, got ${status}: ${text}`);
    },
    get problem() {
      if (refusal) return refusal;
      throw new Error(`Expected a refusal, got ${status}: ${text}`);
    },
    get badPaths() {
      return (refusal?.Errors ?? []).map(({ path }) => path);
    },
  };
}

function checkHeaders(request: Request, headers: Headers): void {
  const given = request.headers.get("x-request-id");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("x-request-id")).toMatch(/^[A-Za-z0-9._-]{1,128}$/);
  if (given !== null && /^[A-Za-z0-9._-]{1,128}$/.test(given)) {
    expect(headers.get("x-request-id")).toBe(given);
  }
}

function checkSuccess({ response, versioned }: Contract, json: unknown, headers: Headers): unknown {
  expect(headers.get("etag") !== null, "an ETag exactly where the contract has one").toBe(
    versioned === true,
  );
  const payload = isWrapped(response) ? unwrap(json) : json;
  expect(answerSchema(response).parse(payload)).toEqual(payload);
  return payload;
}

const envelope = z.strictObject({
  Code: z.literal(200),
  Message: z.string().min(1),
  Response: z.unknown(),
});

function unwrap(json: unknown): unknown {
  const parsed = envelope.parse(json);
  expect(Object.keys(parsed)).toEqual(["Code", "Message", "Response"]);
  return parsed.Response;
}

/** The codes that go with a status. */
function codesOf(status: number): RegExp {
  const codes: Record<number, RegExp> = {
    400: /^invalid$/,
    401: /^unauthenticated$/,
    403: /^(forbidden|identity_check_required|mfa_enrolment_required)$/,
    404: /^not_found$/,
    405: /^method_not_allowed$/,
    409: /^conflict$/,
    412: /^changed$/,
    413: /^too_large$/,
    429: /^throttled$/,
    500: /^internal$/,
    503: /^unavailable$/,
  };
  return codes[status] ?? /^never$/;
}

/** Words that would tell how the server is built. */
const LEAK = /prisma|postgres|\bselect\b|\binsert\b|\n\s+at |node_modules/i;

function checkProblem(status: number, json: unknown, text: string, headers: Headers): Problem {
  expect(text).not.toMatch(LEAK);
  const parsed = problem.parse(json);
  expect(Object.keys(parsed).slice(0, 4)).toEqual(["Code", "Message", "Response", "RequestId"]);
  expect(parsed.Code).toBe(status);
  expect(parsed.RequestId).toBe(headers.get("x-request-id"));
  if (status !== 412) expect(parsed.Response).toBeNull();
  expect([400, 409], "a status that names paths").toContain(parsed.Errors ? status : 400);
  if (status === 400) expect(parsed.Errors, "every 400 names its paths").toBeDefined();
  expect(headers.get("x-error-code")).toMatch(codesOf(status));
  const paths = (parsed.Errors ?? []).map(({ path }) => path);
  expect(new Set(paths).size, `every bad path once: ${paths.join(", ")}`).toBe(paths.length);
  return parsed;
}

/** The contract's schema has just parsed it; TypeScript cannot follow it there. */
function promised<C extends Contract>(payload: unknown): Payload<C> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  return payload as Payload<C>;
}
