// Lets a client read an answer that came before all of its body was sent.
import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";

const longestRest = { bytes: 64 * 1024 * 1024, ms: 30_000 };

/**
 * Takes in and drops, within bounds, what still comes after an answer. A connection that closes while its client is
 * sending is reset, and the answer lost.
 */
export function lingerAfterAnswer(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (!hasBody(incoming)) return;
  // Before Node's own listener, which may close the connection.
  outgoing.prependOnceListener("finish", () => {
    if (!incoming.complete && !incoming.destroyed) takeRest(incoming);
  });
}

/** @see RFC 9112, 6.3 */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
}

function takeRest(incoming: IncomingMessage): void {
  const { socket } = incoming;
  const closeSoon = socket.destroySoon.bind(socket);
  let isClosing = false;
  let left = longestRest.bytes;
  // Only our half, so that the client reads the end of the answer.
  socket.destroySoon = () => {
    isClosing = true;
    socket.end();
  };
  const timer = setTimeout(() => socket.destroy(), longestRest.ms).unref();
  incoming.on("data", (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) socket.destroy();
  });
  incoming.once("close", () => {
    clearTimeout(timer);
    socket.destroySoon = closeSoon;
    if (isClosing) closeSoon();
  });
}
