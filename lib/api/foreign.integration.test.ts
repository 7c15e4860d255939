import { describe, expect, test } from "vitest";
import { logOf } from "@/lib/testing/log";
import { answerForeign } from "./foreign";

const paths = {
  "/api/auth/csrf": ["GET"],
  "/api/auth/callback/{provider}": ["GET", "POST"],
} as const;

function post(body: BodyInit, type: string): Request {
  const headers = { "Content-Type": type };
  return new Request("http://localhost:3000/api/auth/callback/x", {
    method: "POST",
    headers,
    body,
  });
}

function asking(path: string, method = "GET"): Request {
  return new Request(`http://localhost:3000${path}`, { method });
}

const echo = (body: Uint8Array<ArrayBuffer> | null) => Promise.resolve(new Response(body));

describe("a library's answer", () => {
  test.each([
    ["application/json", '{"a":1}'],
    ["application/x-www-form-urlencoded", "a=1&b={"],
    ["text/plain", "{"],
  ])("to a body of %s is its own", async (type, body) => {
    const response = await answerForeign(post(body, type), paths, echo);
    expect(await response.text()).toBe(body);
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  test("to a request without a body is its own", async () => {
    const response = await answerForeign(asking("/api/auth/csrf"), paths, echo);
    expect(response.status).toBe(200);
  });

  test.each(["{", "", "\uFFFF"])("to JSON that is broken (%j) is a refusal", async (body) => {
    const response = await answerForeign(
      post(body, "application/json; charset=utf-8"),
      paths,
      echo,
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ Code: 400, Errors: [{ path: "body" }] });
  });

  test.each([
    ["Origin", "https://evil.test"],
    ["Sec-Fetch-Site", "cross-site"],
  ])("to a write from another site (%s: %s) is a refusal", async (name, value) => {
    const request = post("a=1", "application/x-www-form-urlencoded");
    request.headers.set(name, value);
    const response = await answerForeign(request, paths, echo);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("another site");
  });

  test("to a body without end is a refusal", async () => {
    const response = await answerForeign(post("x".repeat(70_000), "text/plain"), paths, echo);
    expect(response.status).toBe(413);
  });

  test.each([
    [Object.assign(new Error("x"), { code: "ECONNREFUSED" }), 503],
    [new Error("a secret"), 500],
  ])("that fails (%s) is a refusal of %i that tells nothing", async (error, status) => {
    const response = await answerForeign(post("a", "text/plain"), paths, () =>
      Promise.reject(error),
    );
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain("secret");
  });
});

describe("a path below a library's", () => {
  test.each(["nope", "csrf/x", "callback", "callback/x/y", "callback/", "_log"])(
    "that it has not (%s) is refused as every unknown path",
    async (path) => {
      for (const method of ["GET", "POST", "PUT", "OPTIONS"]) {
        const response = await answerForeign(asking(`/api/auth/${path}`, method), paths, echo);
        expect(response.status, method).toBe(404);
        expect(response.headers.get("x-error-code")).toBe("not_found");
        expect(await response.json()).toMatchObject({
          Code: 404,
          Message: "There is no such path.",
          Response: null,
        });
      }
    },
  );

  test("is refused with another method, and says which it takes", async () => {
    const refused = await answerForeign(asking("/api/auth/csrf", "POST"), paths, echo);
    expect(refused.status).toBe(405);
    expect(refused.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    const options = await answerForeign(asking("/api/auth/callback/x", "OPTIONS"), paths, echo);
    expect(options.status).toBe(204);
    expect(options.headers.get("allow")).toBe("GET, HEAD, OPTIONS, POST");
  });

  test("stands in the log without what was asked", async () => {
    const lines = await logOf(async () => {
      const fail = () => Promise.reject(new Error("broken"));
      await answerForeign(asking("/api/auth/callback/secret-x?code=secret"), paths, fail);
      await answerForeign(asking("/api/auth/csrf?code=secret", "PUT"), paths, echo);
      await answerForeign(asking("/api/auth/secret?code=secret"), paths, echo);
    });
    expect(lines.map((line) => /"path":"([^"]*)"/.exec(line)?.[1])).toEqual([
      "/api/auth/callback/{provider}",
      "/api/auth/csrf",
      "(none)",
    ]);
    expect(lines.join()).not.toContain("secret");
  });
});
