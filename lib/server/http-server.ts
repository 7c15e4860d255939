// The one HTTP server: its limits, its listener, and how it ends.
import "server-only";
import { createServer, type RequestListener, type Server } from "node:http";
import { Server as NetServer } from "node:net";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { answerClientError } from "./refusals";

const headersTimeoutMs = 20_000;
const requestTimeoutMs = 120_000;
// Longer than the idle time of common proxies, which else reuse a connection that is just closing.
const keepAliveTimeoutMs = 75_000;
const drainMs = 10_000;
const idleCheckMs = 50;
// Of the event loop, for connections that the system has taken already.
const turnsToAccept = 20;
const arrivingMs = 500;

export function createHttpServer(listener: RequestListener): Server {
  const server = createServer({
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    requireHostHeader: false,
  });
  // Their size is limited. Their number would be too, by leaving out the last, which a proxy has added.
  server.maxHeadersCount = 0;
  server.on("request", (request, response) => {
    if (!server.listening) response.setHeader("Connection", "close");
    listener(request, response);
  });
  // An unknown expectation may be ignored; Node would refuse it with an empty answer.
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  server.on("clientError", answerClientError);
  return server;
}

/** @returns the port it listens on, which matters for port 0 */
export function listen(server: Server, address: { port: number; host: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(address, () => {
      server.off("error", reject);
      const bound = server.address();
      resolve(typeof bound === "object" && bound ? bound.port : address.port);
    });
  });
}

/** Takes no more connections, lets requests that have arrived finish, and cuts those that take too long. */
export async function drain(server: Server): Promise<void> {
  if (!server.listening) return;
  for (let turn = 0; turn < turnsToAccept; turn += 1) await nextTurn();
  const closed = new Promise<void>((resolve) => {
    // Node's own would at once cut connections whose first request has not been read.
    NetServer.prototype.close.call(server, () => resolve());
  });
  const startedAt = performance.now();
  const idling = setInterval(() => {
    if (performance.now() - startedAt > arrivingMs) server.closeIdleConnections();
  }, idleCheckMs);
  await Promise.race([closed, sleep(drainMs, undefined, { ref: false })]);
  clearInterval(idling);
  server.closeAllConnections();
}
