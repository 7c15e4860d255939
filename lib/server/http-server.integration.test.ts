import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createHttpServer, drain, listen } from "./http-server";

const envelope = z.strictObject({
  Code: z.number(),
  Message: z.string(),
  Response: z.null(),
  RequestId: z.uuid(),
});

let server: Server | undefined;

afterEach(async () => {
  if (server) await drain(server);
});

describe("the HTTP server", () => {
  test.each([
    ["a malformed request", "GARBAGE\r\n\r\n", 400],
    ["headers that are too large", `GET / HTTP/1.1\r\nA: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    ["a malformed chunk", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400],
  ])("answers %s in the envelope", async (_, request, status) => {
    const port = await start(() => undefined);
    const [head = "", body = ""] = (await exchange(port, request)).split("\r\n\r\n");
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(envelope.parse(JSON.parse(body))).toMatchObject({ Code: status, Response: null });
  });

  test("passes on every header of a request, however many there are", async () => {
    const port = await start(({ headers, rawHeaders }, response) => {
      response.end(`${String(headers["x-forwarded-for"])} of ${rawHeaders.length / 2}`);
    });
    const many = "a:\r\n".repeat(2_500);
    const request = `GET / HTTP/1.1\r\n${many}X-Forwarded-For: 192.0.2.1\r\nConnection: close\r\n\r\n`;
    expect(await exchange(port, request)).toContain("192.0.2.1 of 2502");
  });

  test("finishes a running request and refuses new connections when it drains", async () => {
    let finish = (): void => undefined;
    const port = await start((_, response) => {
      finish = () => response.end("done");
    });
    const answer = fetch(`http://127.0.0.1:${port}`);
    if (server) await once(server, "request");
    const drained = server && drain(server);
    await expect.poll(() => server?.listening).toBe(false);
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow("fetch failed");
    finish();
    expect(await (await answer).text()).toBe("done");
    await drained;
  });

  test("answers what has arrived, though it was not read yet, when it drains", async () => {
    const port = await start((_, response) => response.end("done"));
    const sockets = Array.from({ length: 20 }, () => connect(port, "127.0.0.1"));
    const answers = sockets.map(async (socket) => {
      let answer = "";
      socket.on("data", (chunk) => (answer += chunk.toString()));
      await once(socket, "connect");
      socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      await once(socket, "close");
      return answer;
    });
    await Promise.all(sockets.map((socket) => once(socket, "connect")));
    if (server) await drain(server);
    for (const answer of await Promise.all(answers)) expect(answer).toMatch(/done/);
  });

  test("closes a connection that is kept alive when it drains", async () => {
    const port = await start((_, response) => response.end("done"));
    await (await fetch(`http://127.0.0.1:${port}`)).text();
    const startedAt = performance.now();
    if (server) await drain(server);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

function start(listener: RequestListener): Promise<number> {
  server = createHttpServer(listener);
  return listen(server, { port: 0, host: "127.0.0.1" });
}

async function exchange(port: number, request: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(request);
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk.toString()));
  await once(socket, "close");
  return answer;
}
