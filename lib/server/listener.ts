// Decides who answers a request: the handlers in our own bundle, or Next.
import "server-only";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";
import { commonHeaders, noPage } from "@/lib/api/envelope";
import { isSecureRequest } from "@/lib/auth/protocol";
import { logger } from "@/lib/logger";
import { strictTransport } from "@/lib/security-headers";
import { lingerAfterAnswer } from "./lingering";
import { refusalResponse } from "./refusals";
import { settleTarget } from "./request-line";

interface Options {
  forward: (incoming: IncomingMessage) => void;
  /** Null where Next answers everything. */
  dispatch: ((request: Request) => Promise<Response>) | null;
  answerByNext: RequestListener;
  /** Where this server is, for a request that does not say so. */
  defaultHost: string;
}

// What is left of a body is taken in by ourselves: the library gives up after half a second.
const listening = { autoCleanupIncoming: false } as const;

export function createListener(options: Options): RequestListener {
  const { forward, dispatch, answerByNext, defaultHost } = options;
  const answerByUs =
    dispatch && getRequestListener(dispatch, { errorHandler: answerError, ...listening });

  return (incoming, outgoing) => {
    forward(incoming);
    lingerAfterAnswer(incoming, outgoing);
    if (isSecure(incoming)) outgoing.setHeader("Strict-Transport-Security", strictTransport);
    const hasTarget = settleTarget(incoming, defaultHost);
    const path = pathOf(incoming.url ?? "");
    const isOurs = isDispatched(path);
    if (hasTarget && incoming.method === "OPTIONS" && !isOurs && !path.startsWith("/api/")) {
      answerOptions(incoming, outgoing);
      return;
    }
    if (!hasTarget || !(isOurs || isUnderstoodByNext(incoming, path))) {
      // The library wants one that is right.
      incoming.headers.host = defaultHost;
      void answerOdd(incoming, outgoing);
      return;
    }
    if (answerByUs && isOurs) {
      void answerByUs(incoming, outgoing);
    } else {
      // For files of the build and next-auth's answers. Pages bring a policy of their own.
      outgoing.setHeader("X-Content-Type-Options", "nosniff");
      const policy = path.startsWith("/api/") ? noPage : "frame-ancestors 'none'";
      outgoing.setHeader("Content-Security-Policy", policy);
      answerByNext(incoming, outgoing);
    }
  };
}

const answerOdd = getRequestListener(() => refusalResponse("malformed"), {
  errorHandler: answerError,
  ...listening,
});

function isSecure({ headers }: IncomingMessage): boolean {
  return isSecureRequest({ get: (name) => headers[name]?.toString() ?? null });
}

/** What load balancers ask to see whether somebody is there. Our own paths below `/api` answer for themselves. */
function answerOptions({ url }: IncomingMessage, outgoing: ServerResponse): void {
  const Allow = url === "*" ? "DELETE, GET, HEAD, OPTIONS, POST, PUT" : "GET, HEAD, OPTIONS";
  outgoing.writeHead(204, { ...commonHeaders(randomUUID()), Allow }).end();
}

/** Next answers 500 to what it cannot decode, and to methods that no page has; our own dispatcher does not. */
function isUnderstoodByNext({ method = "" }: IncomingMessage, path: string): boolean {
  return path.startsWith("/") && isDecodable(path) && !/^(TRACE|CONNECT)$/.test(method);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function answerError(error: unknown): Response {
  if (error instanceof RequestError) return refusalResponse("malformed");
  logger().error({ err: error }, "A request failed outside of its handler.");
  return refusalResponse("broken");
}

/** Next-auth's routes need Next around them. */
export function isDispatched(path: string): boolean {
  if (path.startsWith("/api/auth/")) return false;
  return path === "/api" || path.startsWith("/api/") || path === "/metrics";
}

/** The path as it was sent. */
function pathOf(target: string): string {
  const query = target.indexOf("?");
  return query === -1 ? target : target.slice(0, query);
}
