// Answers, in the envelope of the API, what never becomes a request.
import "server-only";
import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { commonHeaders } from "@/lib/api/envelope";
import type { ErrorCode } from "@/lib/errors";

interface Refusal {
  status: number;
  code: ErrorCode;
  message: string;
}

const refusals: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: "too_large",
    message: "The headers of this request are too large.",
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    code: "too_large",
    message: "The chunk extensions are too large.",
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: "invalid",
    message: "The request did not arrive in time.",
  },
};

const reasons = {
  malformed: { status: 400, code: "invalid", message: "This is not a well-formed HTTP request." },
  broken: { status: 500, code: "internal", message: "Something went wrong on the server." },
  away: {
    status: 503,
    code: "unavailable",
    message: "The database cannot be reached. Try again in a moment.",
  },
} as const satisfies Record<string, Refusal>;

/** For what failed before or outside of a handler. */
export function refusalResponse(reason: keyof typeof reasons): Response {
  const { status, headers, body } = refusal(reasons[reason]);
  return new Response(body, { status, headers });
}

export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable || hasAnswered(socket)) {
    socket.destroy();
    return;
  }
  const { status, headers, body } = refusal(refusals[error.code ?? ""] ?? reasons.malformed);
  const lines = Object.entries({ ...headers, Connection: "close" }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const statusLine = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n`;
  socket.end(`${statusLine}${lines.join("")}\r\n${body}`);
}

function refusal({ status, code, message }: Refusal) {
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
    ...commonHeaders(requestId),
    "X-Error-Code": code,
  };
  return { status, headers, body };
}

/** Another answer may be on its way on this connection; a second one would be read as part of it. */
function hasAnswered(socket: Duplex): boolean {
  return (
    "bytesWritten" in socket && typeof socket.bytesWritten === "number" && socket.bytesWritten > 0
  );
}
