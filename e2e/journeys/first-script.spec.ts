import { gzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "../fixtures";
import { consolePages } from "../pages";

/** Next and React alone are 136. */
const maxSignInKilobytes = 145;
/** A longer form, and what tells how good a password is. */
const maxSignUpKilobytes = 147;
const maxKilobytes = 180;

/** What a browser has to load before the page works: gzipped, without what only old browsers ask for. */
async function firstScriptKilobytes(request: APIRequestContext, path: string): Promise<number> {
  const html = await (await request.get(path)).text();
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const urls = tags
    .filter((tag) => !/nomodule/i.test(tag) && !/^<link(?!.*as="script")/.test(tag))
    .flatMap((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
  const sizes = [...new Set(urls)].map(async (url) => {
    const script = await (await request.get(url)).body();
    return gzipSync(script, { level: 9 }).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

test.describe("the first script", () => {
  test("of the sign-in page is little more than the framework's", async ({ request }) => {
    const kilobytes = await firstScriptKilobytes(request, "/sign-in");
    expect(kilobytes).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThanOrEqual(maxSignInKilobytes);
  });

  test("of the sign-up page is little more than the framework's", async ({ page, anInvite }) => {
    const { link } = await anInvite();
    const kilobytes = await firstScriptKilobytes(page.request, link);
    expect(kilobytes).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThanOrEqual(maxSignUpKilobytes);
  });

  for (const path of consolePages) {
    test(`of ${path} stays within its budget`, async ({ page, signedInAs }) => {
      await signedInAs("super-admin");
      const kilobytes = await firstScriptKilobytes(page.request, path);
      expect(kilobytes).toBeGreaterThan(0);
      expect(kilobytes).toBeLessThanOrEqual(maxKilobytes);
    });
  }
});
