import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { createHttpServer, drain, listen } from "./http-server";
import { createListener } from "./listener";

let server: Server | undefined;
let port = 0;

afterEach(async () => {
  if (server) await drain(server);
});

type Dispatch = (request: Request) => Promise<Response> | Response;

async function start(
  dispatch: Dispatch = seen,
  forward: (incoming: IncomingMessage) => void = () => undefined,
): Promise<void> {
  server = createHttpServer(
    createListener({
      forward,
      dispatch: async (request) => dispatch(request),
      answerByNext: ({ url, headers }, response) =>
        response.end(`page ${url ?? ""} of ${headers.host ?? ""}`),
      defaultHost: "muster.example.com",
    }),
  );
  port = await listen(server, { port: 0, host: "127.0.0.1" });
}

function seen(request: Request): Response {
  return new Response(`call of ${request.headers.get("host") ?? ""} at ${request.url}`);
}

/** Whatever comes back until the connection ends. */
async function exchange(...lines: string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const text = textOf(socket);
  socket.write(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n`);
  return text;
}

async function textOf(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk) => (text += chunk.toString()));
  await once(socket, "close");
  return text;
}

describe("the host of a request", () => {
  test.each([
    ["localhost:3000", "localhost:3000"],
    ["[0:0:0:0:0:0:0:1]:3000", "[::1]:3000"],
    ["[::1]", "[::1]"],
    ["MUSTER.Example.com", "muster.example.com"],
    ["muster.example.com:80", "muster.example.com:80"],
    ["muster.example.com:443", "muster.example.com:443"],
    ["muster.example.com.", "muster.example.com."],
    ["a_b:3000", "a_b:3000"],
  ])("may be %s, for calls and for pages", async (given, host) => {
    await start();
    expect(await exchange("GET /api/x HTTP/1.1", `Host: ${given}`)).toContain(`call of ${host} at`);
    expect(await exchange("GET /x HTTP/1.1", `Host: ${given}`)).toContain(`page /x of ${host}`);
  });

  test("is this server's own where HTTP/1.0 tells none", async () => {
    await start();
    const [call, page] = [await exchange("GET /api/x HTTP/1.0"), await exchange("GET /x HTTP/1.0")];
    expect(call).toContain("call of muster.example.com at http://muster.example.com/api/x");
    expect(page).toContain("page /x of muster.example.com");
  });

  test.each([
    ["is missing in HTTP/1.1", []],
    ["comes twice", ["Host: a.example", "Host: b.example"]],
    ["is none", ["Host: a b"]],
    ["has a path", ["Host: a.example/b"]],
    ["has a user", ["Host: a@b.example"]],
    ["is no address", ["Host: [::1"]],
  ])("that %s is refused in the envelope, for calls and for pages", async (_, hosts) => {
    await start();
    for (const path of ["/api/x", "/x"]) {
      const answer = await exchange(`GET ${path} HTTP/1.1`, ...hosts);
      expect(answer).toMatch(/^HTTP\/1.1 400 /);
      expect(answer.toLowerCase()).toContain("x-error-code: invalid");
    }
  });
});

describe("the absolute form of an address", () => {
  test.each([
    ["http://other.example/x?y=1", "page /x?y=1 of other.example"],
    ["https://other.example", "page / of other.example"],
    ["http://other.example?y=1", "page /?y=1 of other.example"],
    ["http://other.example/api/x", "call of other.example at http://other.example/api/x"],
  ])("%s is its path at its host", async (target, answer) => {
    await start();
    expect(await exchange(`GET ${target} HTTP/1.1`, "Host: muster.example.com")).toContain(answer);
  });

  test("without a host is refused", async () => {
    await start();
    expect(await exchange("GET http:///x HTTP/1.1", "Host: a.example")).toMatch(/^HTTP\/1.1 400 /);
  });
});

describe("over https", () => {
  const secure = (incoming: IncomingMessage) => {
    incoming.headers["x-muster-protocol"] = "https";
  };

  test.each(["/api/x", "/x", "/_next/static/x.js"])(
    "%s asks for https from then on, for this name and those below it",
    async (path) => {
      await start(seen, secure);
      const answer = await exchange(`GET ${path} HTTP/1.1`, "Host: a.example");
      expect(answer.toLowerCase()).toContain(
        "strict-transport-security: max-age=63072000; includesubdomains",
      );
    },
  );

  test("nothing is asked for over http", async () => {
    await start();
    const answer = await exchange("GET /x HTTP/1.1", "Host: a.example");
    expect(answer.toLowerCase()).not.toContain("strict-transport");
  });
});

describe("OPTIONS", () => {
  test.each(["/", "*", "/users"])("%s answers 204", async (target) => {
    await start();
    const answer = await exchange(`OPTIONS ${target} HTTP/1.0`);
    expect(answer).toMatch(/^HTTP\/1.1 204 /);
    expect(answer).toMatch(/^Allow: .*GET.*OPTIONS/m);
  });

  test("below /api is for the endpoint to answer", async () => {
    await start();
    expect(await exchange("OPTIONS /api/x HTTP/1.0")).toContain("call of");
  });
});

describe("a refusal that comes before the body has", () => {
  const size = 3_000_000;
  const upload = ["POST /api/x HTTP/1.1", "Host: localhost", `Content-Length: ${size}`];
  const refuse = () => new Response("no", { status: 401 });

  test("is read by a client that goes on sending, slowly, and the connection is good for more", async () => {
    await start(refuse);
    const socket = connect(port, "127.0.0.1");
    const text = textOf(socket);
    socket.write(`${upload.join("\r\n")}\r\n\r\n`);
    await once(socket, "data");
    for (let part = 0; part < 3; part += 1) {
      await sleep(300);
      socket.write(Buffer.alloc(size / 3));
    }
    socket.write("GET /next HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    expect(await text).toMatch(/^HTTP\/1.1 401 [\s\S]*page \/next of localhost$/);
  });

  test("is read where the connection closes afterwards", async () => {
    await start(refuse);
    const socket = connect(port, "127.0.0.1");
    const errors: Error[] = [];
    socket.on("error", (error) => errors.push(error));
    const text = textOf(socket);
    socket.write(`${[...upload, "Connection: close"].join("\r\n")}\r\n\r\n`);
    await once(socket, "data");
    for (let part = 0; part < 3; part += 1) {
      await sleep(50);
      socket.write(Buffer.alloc(size / 3));
    }
    expect(await text).toMatch(/^HTTP\/1.1 401 /);
    expect(errors).toEqual([]);
  });
});
