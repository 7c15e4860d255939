/** One call by a contract entry: what every page needs, and none of them at first. */
import { pageUserHeader } from "@/lib/page-user";
import { isRecord } from "@/lib/wire";
import { ApiError, unreachable } from "./api-error";
import { isWrapped, pathParameters, type Answer, type Arguments, type Contract } from "./contract";

export type Optional<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: T[K];
};

/** The input of any entry, as the request is made of it. */
interface Sent {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

export interface CallOptions {
  signal?: AbortSignal;
  ifMatch?: string;
  headers?: Record<string, string>;
  /** Goes on when the page is left meanwhile; for small bodies only. */
  isKeptAlive?: boolean;
}

/** Takes the answer out of its envelope. */
export async function call<C extends Contract>(
  contract: C,
  input: Optional<Arguments<C>> & CallOptions,
): Promise<Answer<C>> {
  const {
    params,
    query,
    body,
    signal,
    ifMatch,
    headers,
    isKeptAlive = false,
  }: CallOptions & Sent = input;
  const response = await fetch(urlOf(contract, params, query), {
    method: contract.method,
    signal: signal ?? null,
    keepalive: isKeptAlive,
    headers: {
      ...pageUserHeader(),
      ...headers,
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...(ifMatch !== undefined && { "If-Match": ifMatch }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw unreachable();
  });
  if (response.ok && contract.response.kind === "text") return promised<C>(await textOf(response));
  const payload: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(response.status, payload, response.headers);
  return answerOf(contract, payload, response.headers);
}

function textOf(response: Response): Promise<string> {
  return response.text().catch(() => {
    throw unreachable();
  });
}

export function urlOf(contract: Pick<Contract, "path">, params: unknown, query: unknown): string {
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
