// 7. How long the users page takes in a browser.
import { chromium } from "@playwright/test";
import { chromiumArgs, ensureChromium } from "../scripts/lib/chromium.mjs";
import { signInBrowser } from "./server.mjs";
import { median } from "./statistics.mjs";

const rounds = 7;

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureBrowser(world) {
  const server = await world.serve(world.usualSize);
  const cookie = await signInBrowser(server);
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: chromiumArgs,
  });
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await timeToFirstRow(browser, server.url, cookie));
  }
  await browser.close();
  await server.stop();
  return {
    title: `7. The users page in Chromium, ${world.usualSize.toLocaleString("en")} users`,
    results: [
      {
        what: `from the address to the first row, empty cache, median of ${rounds} (slowest)`,
        measured: `${median(times).toFixed(0)} ms (${Math.max(...times).toFixed(0)} ms)`,
      },
    ],
  };
}

/** @param {import("@playwright/test").Browser} browser @param {string} url @param {string} cookie */
async function timeToFirstRow(browser, url, cookie) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const cookies = cookie.split("; ").map((pair) => {
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    return { name, value, url };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const startedAt = performance.now();
  await page.goto(`${url}/users`, { waitUntil: "commit" });
  await page.locator('tbody a[href^="/users/"]').first().waitFor();
  const ms = performance.now() - startedAt;
  await context.close();
  return ms;
}
