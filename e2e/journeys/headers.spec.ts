import { expect, test } from "../fixtures";

test.describe("security headers", () => {
  test("every page forbids foreign scripts, frames and sniffing", async ({ request }) => {
    const { headers } = { headers: (await request.get("/sign-in")).headers() };
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toMatch(/style-src 'self' 'nonce-[^']+' 'sha256-/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  test("no page on the way of an invite's link is stored or says where one came from", async ({
    request,
    anInvite,
  }) => {
    const { code, link } = await anInvite();
    const first = await request.get(link, { maxRedirects: 0 });
    const form = await request.get("/invite");
    expect([first.status(), form.status()]).toEqual([303, 200]);
    expect(first.headers()["location"]).toBe("/invite");
    expect(await form.text()).toContain(code);
    const wrong = await request.get("/invite?email=x@example.com&invite_code=wrong");
    expect(await wrong.text()).toContain("not good any more");
    for (const answer of [first, form, wrong]) {
      expect(answer.headers()["referrer-policy"]).toBe("no-referrer");
      expect(answer.headers()["cache-control"]).toContain("no-store");
    }
  });

  test("no answer is sniffed or framed, whoever makes it", async ({ request }) => {
    const page = await (await request.get("/sign-in")).text();
    const script = /\/_next\/static\/[^"]+\.js/.exec(page)?.[0] ?? "";
    for (const path of [
      script,
      "/icon.svg",
      "/api/auth/csrf",
      "/api/health",
      "/metrics",
      "/nope",
    ]) {
      const headers = (await request.get(path)).headers();
      expect(headers["x-content-type-options"], path).toBe("nosniff");
      expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    }
  });

  test("no answer of the API is shown in a frame", async ({ request }) => {
    for (const path of [
      "/api/health",
      "/api/users",
      "/api/nope",
      "/api/auth/csrf",
      "/api/auth/nope",
    ]) {
      const { "content-security-policy": policy } = (await request.get(path)).headers();
      expect(policy, path).toBe("default-src 'none'; frame-ancestors 'none'");
    }
  });

  test("a nonce is used once", async ({ request }) => {
    const [first, second] = await Promise.all([request.get("/sign-in"), request.get("/sign-in")]);
    expect(first.headers()["content-security-policy"]).not.toBe(
      second.headers()["content-security-policy"],
    );
  });
});
