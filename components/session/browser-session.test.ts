import { afterEach, expect, test, vi } from "vitest";
import { endBrowserSession, requireCookies, startBrowserSession } from "./browser-session";

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ["requireCookies", requireCookies],
  ["startBrowserSession", () => startBrowserSession("token")],
  ["endBrowserSession", endBrowserSession],
])("%s says in words that there is no connection", async (_, run) => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(run()).rejects.toThrow("The server cannot be reached.");
});

test("a browser that keeps no cookie is told so", async () => {
  let count = 0;
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ csrfToken: String((count += 1)) })));
  await expect(requireCookies()).rejects.toThrow("Signing in needs a cookie");
});
