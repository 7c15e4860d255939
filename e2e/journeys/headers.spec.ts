import { expect, test } from "../fixtures";

test.describe("security headers", () => {
  test("every page forbids foreign scripts, frames and sniffing", async ({ request }) => {
    const { headers } = { headers: (await request.get("/sign-in")).headers() };
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  test("a nonce is used once", async ({ request }) => {
    const [first, second] = await Promise.all([request.get("/sign-in"), request.get("/sign-in")]);
    expect(first.headers()["content-security-policy"]).not.toBe(
      second.headers()["content-security-policy"],
    );
  });
});
