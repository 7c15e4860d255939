import "server-only";
import { invalid } from "@/lib/errors";
import { toAppError } from "@/lib/db/errors";
import { noPage } from "./envelope";
import { checkOrigin } from "./origin";
import { fitsPattern } from "./path";
import { allowedMethods, methodNotAllowed, noSuchPath, optionsResponse, refuse } from "./refusals";
import { readBody } from "./request";

const MAX_BODY_BYTES = 64 * 1024;

/** What a library answers: its paths, and the methods of each. */
type ForeignPaths = Readonly<Record<string, readonly ("GET" | "POST")[]>>;

/**
 * Keeps what a library answers within our rules: paths and methods that it has, bodies within bounds, broken JSON
 * and writes from other sites refused, and whatever fails in our envelope.
 * @param run gets the body beside the request, which it was read from; null where there is none
 */
export async function answerForeign(
  request: Request,
  paths: ForeignPaths,
  run: (body: Uint8Array<ArrayBuffer> | null) => Promise<Response>,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const served = Object.entries(paths).find(([pattern]) => fitsPattern(pattern, pathname));
  if (!served) return refuse(request, noSuchPath());
  const [path, methods] = served;
  const allowed = allowedMethods(methods);
  if (request.method === "OPTIONS") return optionsResponse(request, allowed);
  try {
    if (!allowed.includes(request.method)) throw methodNotAllowed(request.method, allowed);
    // That the session's cookie alone is no proof, the library sees to itself, by a token in each form.
    checkOrigin(request, { hasBearer: false, hasSessionCookie: false });
    const response = await run(request.body === null ? null : await readForeignBody(request));
    response.headers.set("Content-Security-Policy", noPage);
    return response;
  } catch (error) {
    return refuse(request, toAppError(error), path);
  }
}

async function readForeignBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await readBody(request, MAX_BODY_BYTES));
  const type = request.headers.get("content-type") ?? "";
  if (type.includes("application/json") && !isJson(bytes)) {
    throw invalid([{ path: "body", message: "This is not valid JSON." }]);
  }
  return bytes;
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}
