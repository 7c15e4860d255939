import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { listen } from "./http-server";
import { createPageGuard } from "./page-guard";

let server: Server | undefined;

afterEach(() => {
  server?.close();
});

async function answerOf(path: string, ask: () => Promise<unknown>): Promise<Response> {
  server = createServer(createPageGuard(ask, (_, response) => response.end("page")));
  const port = await listen(server, { port: 0, host: "127.0.0.1" });
  return fetch(`http://127.0.0.1:${port}${path}`);
}

const away = () => Promise.reject(new Error("away"));
const silent = () => new Promise(() => undefined);

describe("while the database answers", () => {
  test("a page is Next's", async () => {
    expect(await (await answerOf("/users", () => Promise.resolve())).text()).toBe("page");
  });
});

describe.each([
  ["cannot be reached", away],
  ["says nothing", silent],
])("while the database %s", (_, ask) => {
  test("a page says so with 503, and runs nothing", async () => {
    const answer = await answerOf("/users", ask);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(await answer.text()).toContain("Its database cannot be reached.");
  });

  test("next-auth's paths say so in the envelope", async () => {
    const answer = await answerOf("/api/auth/csrf", ask);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("x-error-code")).toBe("unavailable");
  });

  test.each(["/_next/static/x.js", "/api/health?x"])("%s needs none", async (path) => {
    expect(await (await answerOf(path, ask)).text()).toBe("page");
  });
});
