// Answers, in the envelope of the API, what never becomes a request.
import "server-only";
import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

const refusals: Record<string, { status: number; message: string }> = {
  HPE_HEADER_OVERFLOW: { status: 431, message: "The headers of this request are too large." },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, message: "The chunk extensions are too large." },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: "The request did not arrive in time." },
};
const malformed = { status: 400, message: "This is not a well-formed HTTP request." };

const broken = { status: 500, message: "Something went wrong on the server." };

/** For what failed before or outside of a handler. */
export function refusalResponse(reason: "malformed" | "broken"): Response {
  const { status, headers, body } = refusal(reason === "malformed" ? malformed : broken);
  return new Response(body, { status, headers });
}

export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable || hasAnswered(socket)) {
    socket.destroy();
    return;
  }
  const { status, headers, body } = refusal(refusals[error.code ?? ""] ?? malformed);
  const lines = Object.entries({ ...headers, Connection: "close" }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const statusLine = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n`;
  socket.end(`${statusLine}${lines.join("")}\r\n${body}`);
}

function refusal({ status, message }: { status: number; message: string }) {
  const requestId = randomUUID();
  const body = JSON.stringify({
    Code: status,
    Message: message,
    Response: null,
    RequestId: requestId,
  });
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(body)),
    "Cache-Control": "private, no-store",
    "X-Request-Id": requestId,
  };
  return { status, headers, body };
}

/** Another answer may be on its way on this connection; a second one would be read as part of it. */
function hasAnswered(socket: Duplex): boolean {
  return (
    "bytesWritten" in socket && typeof socket.bytesWritten === "number" && socket.bytesWritten > 0
  );
}
