import { readFile, stat } from "node:fs/promises";
import path from "node:path";

const file = path.join(
  process.cwd(),
  "node_modules/@scalar/api-reference/dist/browser/standalone.js",
);

/** Scalar's viewer from our own files: the documentation asks nobody else for anything. */
export async function GET(request: Request): Promise<Response> {
  const { size, mtimeMs } = await stat(file);
  const etag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
  const headers = { ETag: etag, "Cache-Control": "public, no-cache" };
  if (request.headers.get("if-none-match")?.includes(etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(await readFile(file), {
    headers: { ...headers, "Content-Type": "text/javascript; charset=utf-8" },
  });
}
