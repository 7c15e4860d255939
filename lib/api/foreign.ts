import "server-only";
import { invalid } from "@/lib/errors";
import { toAppError } from "@/lib/db/errors";
import { noPage } from "./envelope";
import { refuse } from "./refusals";
import { readBody } from "./request";

const MAX_BODY_BYTES = 64 * 1024;

/**
 * Keeps what a library answers within our rules: bodies within bounds, broken JSON refused, and whatever fails in our
 * envelope.
 * @param run gets the body beside the request, which it was read from; null where there is none
 */
export async function answerForeign(
  request: Request,
  run: (body: Uint8Array<ArrayBuffer> | null) => Promise<Response>,
): Promise<Response> {
  try {
    const response = await run(request.body === null ? null : await readForeignBody(request));
    response.headers.set("Content-Security-Policy", noPage);
    return response;
  } catch (error) {
    return refuse(request, toAppError(error));
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
