// Decides who answers a request: the handlers in our own bundle, or Next.
import "server-only";
import type { IncomingMessage, RequestListener } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";
import { logger } from "@/lib/logger";
import { refusalResponse } from "./refusals";

interface Options {
  forward: (incoming: IncomingMessage) => void;
  /** Null where Next answers everything. */
  dispatch: ((request: Request) => Promise<Response>) | null;
  answerByNext: RequestListener;
}

export function createListener({ forward, dispatch, answerByNext }: Options): RequestListener {
  const answerByUs = dispatch && getRequestListener(dispatch, { errorHandler: answerError });

  return (incoming, outgoing) => {
    forward(incoming);
    if (!isUnderstood(incoming)) {
      void answerOdd(incoming, outgoing);
      return;
    }
    const isOurs = isDispatched(pathOf(incoming.url ?? ""));
    if (answerByUs && isOurs) void answerByUs(incoming, outgoing);
    else answerByNext(incoming, outgoing);
  };
}

const answerOdd = getRequestListener(() => refusalResponse("malformed"));

/** Next answers 500 to what it cannot decode, and to methods that no page has; our own dispatcher does not. */
function isUnderstood({ method = "", url = "" }: IncomingMessage): boolean {
  const path = pathOf(url);
  if (isDispatched(path)) return true;
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
  if (path === "/api/auth" || path.startsWith("/api/auth/")) return false;
  return path === "/api" || path.startsWith("/api/") || path === "/metrics";
}

/** The path as it was sent, also of the absolute form that proxies use. */
function pathOf(target: string): string {
  const [beforeQuery = ""] = target.split("?");
  return beforeQuery.replace(/^https?:\/\/[^/]*/i, "");
}
