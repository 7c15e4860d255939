// What proxies in front send for a request, configured as the README shows them and not configured at all. The client
// is at 203.0.113.7, speaks https to the proxy, and claims to be somebody else.
import { once } from "node:events";
import type { Server } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { createForwarding } from "./forwarding";
import { createHttpServer, drain, listen } from "./http-server";

const asInTheReadme: Record<string, string[]> = {
  nginx: [
    "GET / HTTP/1.1",
    "X-Forwarded-For: 198.51.100.9, 203.0.113.7",
    "X-Forwarded-Proto: https",
    "Host: muster.example.com",
    "Connection: close",
  ],
  Caddy: [
    "GET / HTTP/1.1",
    "Host: muster.example.com",
    "Via: 1.1 Caddy",
    "X-Forwarded-For: 203.0.113.7",
    "X-Forwarded-Host: muster.example.com",
    "X-Forwarded-Proto: https",
    "Accept-Encoding: gzip",
  ],
  Apache: [
    "GET / HTTP/1.1",
    "Host: muster.example.com",
    "X-Forwarded-Proto: https",
    "X-Forwarded-For: 198.51.100.9, 203.0.113.7",
    "X-Forwarded-Host: muster.example.com",
    "X-Forwarded-Server: muster.example.com",
    "Connection: Keep-Alive",
  ],
  Traefik: [
    "GET / HTTP/1.1",
    "Host: muster.example.com",
    "X-Forwarded-For: 203.0.113.7",
    "X-Forwarded-Host: muster.example.com",
    "X-Forwarded-Port: 443",
    "X-Forwarded-Proto: https",
    "X-Forwarded-Server: edge",
    "X-Real-Ip: 203.0.113.7",
    "Accept-Encoding: gzip",
  ],
};

const notConfigured: Record<string, string[]> = {
  nginx: ["GET / HTTP/1.0", "Host: 127.0.0.1:3000", "Connection: close"],
  Apache: [
    "GET / HTTP/1.1",
    "Host: 127.0.0.1:3000",
    "X-Forwarded-For: 203.0.113.7",
    "X-Forwarded-Host: muster.example.com",
    "X-Forwarded-Server: muster.example.com",
    "Connection: Keep-Alive",
  ],
};

const seen = z.record(z.string(), z.string());
let server: Server | undefined;

afterEach(async () => {
  if (server) await drain(server);
});

test.each(Object.entries(asInTheReadme))(
  "behind %s as the README has it, the client is who is connected to it",
  async (_, lines) => {
    const headers = await headersOf(lines, { trustedProxies: 1 });
    expect(headers).toMatchObject({
      host: "muster.example.com",
      "x-muster-client-address": "203.0.113.7",
      "x-muster-protocol": "https",
    });
    expect(headers).not.toHaveProperty("x-muster-direct");
  },
);

test.each(Object.entries(notConfigured))(
  "behind %s on the same machine, not configured, nobody is at the server's own machine",
  async (_, lines) => {
    const headers = await headersOf(lines, { trustedProxies: 0 });
    expect(headers).toHaveProperty("x-muster-client-address", "127.0.0.1");
    expect(headers).not.toHaveProperty("x-muster-direct");
  },
);

test("without a proxy, a browser on the same machine is", async () => {
  const lines = ["GET / HTTP/1.1", "Host: localhost:3000", "Connection: keep-alive"];
  expect(await headersOf(lines, { trustedProxies: 0 })).toHaveProperty("x-muster-direct", "1");
});

/** What the handlers see of a request that comes in these lines. */
async function headersOf(
  lines: string[],
  { trustedProxies }: { trustedProxies: number },
): Promise<Record<string, string>> {
  const forward = createForwarding({ trustedProxies, warn: () => undefined });
  server = createHttpServer((incoming, outgoing) => {
    forward(incoming);
    outgoing.setHeader("Connection", "close").end(JSON.stringify(incoming.headers));
  });
  const port = await listen(server, { port: 0, host: "127.0.0.1" });
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk.toString()));
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  await once(socket, "close");
  return seen.parse(JSON.parse(answer.split("\r\n\r\n")[1] ?? ""));
}
