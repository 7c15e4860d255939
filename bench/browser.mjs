// 7. How long the users page takes in a browser.
import { chromium } from "@playwright/test";
import { chromiumArgs, ensureChromium } from "../scripts/lib/chromium.mjs";
import { signInBrowser } from "./server.mjs";
import { median } from "./statistics.mjs";

const rounds = 7;
const steps = [
  "the document begins to arrive",
  "it has arrived",
  "something is painted",
  "the first row is shown",
];

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureBrowser(world) {
  const server = await world.serve(world.usualSize);
  const cookie = await signInBrowser(server);
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: chromiumArgs,
  });
  /** @type {number[][]} */
  const times = [];
  for (let round = -1; round < rounds; round += 1) {
    const found = await timesToFirstRow(browser, server.url, cookie);
    // The first one is the server's first page as well.
    if (round >= 0) times.push(found);
  }
  const interactions = await interactionsWith(browser, server.url, cookie);
  await browser.close();
  await server.stop();
  return {
    title: `7. The users page in Chromium, ${world.usualSize.toLocaleString("en")} users`,
    results: [
      ...steps.map((what, step) => {
        const all = times.map((found) => found[step] ?? 0);
        return {
          what: `from the address until ${what}, empty cache, median of ${rounds} (slowest)`,
          measured: `${median(all).toFixed(0)} ms (${Math.max(...all).toFixed(0)} ms)`,
        };
      }),
      ...interactions,
    ],
  };
}

/**
 * By the page's own clock: Playwright's answer waits for the scripts that run meanwhile.
 * @param {import("@playwright/test").Browser} browser @param {string} url @param {string} cookie
 */
async function timesToFirstRow(browser, url, cookie) {
  const { context, page } = await openBrowser(browser, url, cookie);
  await page.addInitScript(() => {
    // What is in the document may be hidden still: only its paint says that it is shown.
    const observer = new MutationObserver(() => {
      const row = document.querySelector('tbody a[href^="/users/"]');
      if (!row) return;
      observer.disconnect();
      row.setAttribute("elementtiming", "first-row");
    });
    observer.observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      const [paint] = list.getEntries();
      if (paint) performance.mark("first-row", { startTime: paint.startTime });
    }).observe({ type: "element" });
  });
  await page.goto(`${url}/users`);
  await page.waitForFunction(() => performance.getEntriesByName("first-row").length > 0);
  const times = await page.evaluate(() => {
    const [document] = performance.getEntriesByType("navigation");
    if (!(document instanceof PerformanceNavigationTiming)) return [];
    const { responseStart, responseEnd } = document;
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const [row] = performance.getEntriesByName("first-row");
    return [responseStart, responseEnd, paint?.startTime, row?.startTime].map(Number);
  });
  await context.close();
  return times;
}

/** @param {import("@playwright/test").Browser} browser @param {string} url @param {string} cookie */
async function openBrowser(browser, url, cookie) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const cookies = cookie.split("; ").map((pair) => {
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    return { name, value, url };
  });
  await context.addCookies(cookies);
  return { context, page: await context.newPage() };
}

const targetMs = 100;

/** @param {import("@playwright/test").Browser} browser @param {string} url @param {string} cookie */
async function interactionsWith(browser, url, cookie) {
  const { context, page } = await openBrowser(browser, url, cookie);
  const results = [];
  for (const rows of [10, 50, 200]) {
    await page.goto(`${url}/users?per_page=${rows}`, { waitUntil: "networkidle" });
    const box = page.locator("[data-row] input[type=checkbox]").nth(2);
    const ticked = await timesOf(async () => box);
    const add = page.getByRole("button", { name: /^Add user/ });
    const opened = await timesOf(async () => {
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      return add;
    });
    results.push(
      interaction(`tick a box, ${rows} rows`, ticked),
      interaction(`open a dialog, ${rows} rows`, opened),
    );
  }
  await context.close();
  return results;
}

/**
 * From a click to the frame that shows what it did.
 * @param {() => Promise<import("@playwright/test").Locator>} prepare
 */
async function timesOf(prepare) {
  const times = [];
  for (let round = 0; round <= rounds; round += 1) {
    const control = await prepare();
    const ms = await control.evaluate(
      (/** @type {HTMLElement} */ element) =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            const startedAt = performance.now();
            element.click();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedAt)));
          });
        }),
    );
    // The first one loads what it needs.
    if (round > 0) times.push(Number(ms));
  }
  return times;
}

/** @param {string} what @param {number[]} times */
function interaction(what, times) {
  return {
    what: `${what}: from the click to the frame that shows it, median of ${times.length} (slowest)`,
    measured: `${median(times).toFixed(0)} ms (${Math.max(...times).toFixed(0)} ms)`,
    target: `${targetMs} ms`,
    met: median(times) < targetMs,
  };
}
