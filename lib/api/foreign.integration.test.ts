import { describe, expect, test } from "vitest";
import { answerForeign } from "./foreign";

function post(body: BodyInit, type: string): Request {
  const headers = { "Content-Type": type };
  return new Request("http://localhost:3000/api/auth/callback/x", {
    method: "POST",
    headers,
    body,
  });
}

const echo = (body: Uint8Array<ArrayBuffer> | null) => Promise.resolve(new Response(body));

describe("a library's answer", () => {
  test.each([
    ["application/json", '{"a":1}'],
    ["application/x-www-form-urlencoded", "a=1&b={"],
    ["text/plain", "{"],
  ])("to a body of %s is its own", async (type, body) => {
    const response = await answerForeign(post(body, type), echo);
    expect(await response.text()).toBe(body);
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  test("to a request without a body is its own", async () => {
    const response = await answerForeign(new Request("http://localhost:3000/api/auth/csrf"), echo);
    expect(response.status).toBe(200);
  });

  test.each(["{", "", "\uFFFF"])("to JSON that is broken (%j) is a refusal", async (body) => {
    const response = await answerForeign(post(body, "application/json; charset=utf-8"), echo);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ Code: 400, Errors: [{ path: "body" }] });
  });

  test("to a body without end is a refusal", async () => {
    const response = await answerForeign(post("x".repeat(70_000), "text/plain"), echo);
    expect(response.status).toBe(413);
  });

  test.each([
    [Object.assign(new Error("x"), { code: "ECONNREFUSED" }), 503],
    [new Error("a secret"), 500],
  ])("that fails (%s) is a refusal of %i that tells nothing", async (error, status) => {
    const response = await answerForeign(post("a", "text/plain"), () => Promise.reject(error));
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain("secret");
  });
});
