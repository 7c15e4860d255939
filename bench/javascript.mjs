// 6. The JavaScript that a page loads before anything is clicked.
import { readdir } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { signInBrowser } from "./server.mjs";

const limitBytes = 180_000;
const signInLimitBytes = 120_000;
const signInPath = "/sign-in";

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureJavaScript(world) {
  const server = await world.serve(world.usualSize);
  const cookie = await signInBrowser(server);
  const results = [];
  for (const page of await pagePaths()) {
    const bytes = await scriptBytes(`${server.url}${page}`, cookie);
    if (bytes !== null) results.push(toResult(page, bytes));
  }
  await server.stop();
  return { title: "6. First-load JavaScript, gzip", results };
}

/** @param {string} page @param {number} bytes */
function toResult(page, bytes) {
  const limit = page === signInPath ? signInLimitBytes : limitBytes;
  return {
    what: `\`${page}\``,
    measured: `${(bytes / 1000).toFixed(0)} kB`,
    target: `at most ${limit / 1000} kB`,
    met: bytes <= limit,
  };
}

/** Every page there is, with the super admin where a page is about a user. */
async function pagePaths() {
  const files = await readdir("app", { recursive: true });
  return files
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => path.dirname(file).split(path.sep))
    .map((parts) => parts.filter((part) => part !== "." && !part.startsWith("(")))
    .map((parts) => `/${parts.join("/").replace("[username]", "bench")}`)
    .sort();
}

/** @param {string} url @param {string} cookie @returns {Promise<number | null>} null for a page that only leads on */
async function scriptBytes(url, cookie) {
  const html = (await htmlOf(url, cookie)) ?? (await htmlOf(url, ""));
  if (html === null) return null;
  // Polyfills are for browsers that know no modules: no other loads them.
  const modern = html.replace(/<script[^>]*\bnomodule\b[^>]*>/gi, "");
  const scripts = new Set(modern.match(/\/_next\/static\/[^"'\\<> ]+\.js/g));
  const sizes = await Promise.all([...scripts].map((script) => gzipSize(new URL(script, url))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @param {string} url @param {string} cookie */
async function htmlOf(url, cookie) {
  const response = await fetch(url, { headers: { Cookie: cookie }, redirect: "manual" });
  return response.status === 200 ? response.text() : null;
}

/** @param {URL} url */
async function gzipSize(url) {
  const response = await fetch(url);
  return gzipSync(await response.text()).length;
}
