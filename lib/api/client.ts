/** The typed client of our own pages: every call goes by a contract entry. */
import { errorCodes, type ErrorCode, type FieldError } from "@/lib/errors";
import { loadScript, ScriptError } from "@/lib/load-script";
import { isRecord } from "@/lib/wire";
import { isWrapped, pathParameters, type Answer, type Arguments, type Contract } from "./contract";

export class ApiError extends Error {
  readonly status: number;
  /** What kind of refusal it is; null where the answer does not come from the API, or none came. */
  readonly code: ErrorCode | null;
  readonly fields: FieldError[];
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  /** For `changed`: the entity as it is now, with its entity tag. */
  readonly current: { entity: unknown; etag: string } | null;

  constructor(status: number, body: unknown, headers: Headers) {
    const envelope = isRecord(body) ? body : {};
    super(typeof envelope["Message"] === "string" ? envelope["Message"] : fallback(status));
    this.name = "ApiError";
    this.status = status;
    this.code = errorCodes.find((code) => code === headers.get("x-error-code")) ?? null;
    this.fields = Array.isArray(envelope["Errors"]) ? envelope["Errors"].filter(isFieldError) : [];
    this.requestId = headers.get("x-request-id");
    const retryAfter = headers.get("retry-after");
    this.retryAfterSeconds = retryAfter === null ? null : Number(retryAfter);
    const etag = headers.get("etag");
    this.current =
      this.code === "changed" && etag !== null ? { entity: envelope["Response"], etag } : null;
  }
}

function fallback(status: number): string {
  return status === 0
    ? "The server cannot be reached. Check your connection and try again."
    : `The server answered ${String(status)}.`;
}

function isFieldError(value: unknown): value is FieldError {
  return (
    isRecord(value) && typeof value["path"] === "string" && typeof value["message"] === "string"
  );
}

type Optional<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: T[K];
};

/** The input of any entry, as the request is made of it. */
interface Sent {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

interface CallOptions {
  signal?: AbortSignal;
  ifMatch?: string;
  headers?: Record<string, string>;
}

/**
 * Calls the endpoints of one domain by the names of their contract entries. Contracts bring schemas and zod with
 * them, for which the first script of a page has no room: they are loaded by the first call.
 * @example export const callUsers = lazyClient(async () => (await import("@/lib/user/contract")).userContract);
 */
export function lazyClient<T extends Record<string, Contract>>(load: () => Promise<T>) {
  /** @throws ApiError for every answer but 200, and with status 0 when there was none */
  return async <Name extends keyof T>(
    name: Name,
    input: Optional<Arguments<T[Name]>> & CallOptions,
  ): Promise<Answer<T[Name]>> => {
    const contracts = await loadScript(load).catch((error: unknown) => {
      throw unreachable(error instanceof ScriptError ? error.message : undefined);
    });
    return call(contracts[name], input);
  };
}

/** Takes the answer out of its envelope. */
async function call<C extends Contract>(
  contract: C,
  input: Optional<Arguments<C>> & CallOptions,
): Promise<Answer<C>> {
  const { params, query, body, signal, ifMatch, headers }: CallOptions & Sent = input;
  const response = await fetch(urlOf(contract, params, query), {
    method: contract.method,
    signal: signal ?? null,
    headers: {
      ...headers,
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...(ifMatch !== undefined && { "If-Match": ifMatch }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw unreachable();
  });
  const payload: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(response.status, payload, response.headers);
  return answerOf(contract, payload, response.headers);
}

/** Whether the server refused a call with this code. */
export function isRefusal(error: unknown, code: ErrorCode): error is ApiError {
  return error instanceof ApiError && error.code === code;
}

export function unreachable(message?: string): ApiError {
  return new ApiError(0, { Message: message }, new Headers());
}

function urlOf(contract: Contract, params: unknown, query: unknown): string {
  const values = isRecord(params) ? params : {};
  const path = pathParameters(contract.path).reduce<string>(
    (url, { name }) => url.replace(`{${name}}`, encodeURIComponent(String(values[name]))),
    contract.path,
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(isRecord(query) ? query : {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) search.append(name, String(each));
    }
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

function answerOf<C extends Contract>(contract: C, payload: unknown, headers: Headers): Answer<C> {
  const value = isWrapped(contract.response) && isRecord(payload) ? payload["Response"] : payload;
  const answer = contract.versioned ? { entity: value, etag: headers.get("etag") ?? "" } : value;
  return promised<C>(answer);
}

/** The server puts every answer through the entry's response schema; the browser does not check it again. */
function promised<C extends Contract>(answer: unknown): Answer<C> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- see above
  return answer as Answer<C>;
}
