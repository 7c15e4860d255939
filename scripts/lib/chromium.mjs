// Finds a Chromium for the browser tests, or gets one.
import path from "node:path";
import { findProgram } from "./find-program.mjs";
import { runInherited } from "./run.mjs";
import { root } from "./sources.mjs";

/** Of Debian. The shell is the same browser without windows: a test in it takes a sixth less time. */
const packages = ["chromium-headless-shell", "chromium"];
const names = [...packages, "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const fixedPaths = [
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export const chromiumArgs = [
  // Chromium refuses its sandbox to root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-dev-shm-usage",
  "--disable-sync",
  "--no-first-run",
];

/** @returns {Promise<string>} the path of an installed Chromium */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  console.log("Getting a Chromium.");
  const playwright = path.join(root, "node_modules/@playwright/test/cli.js");
  await runInherited(process.execPath, [playwright, "install", "--with-deps", "chromium"]);
  const installed = await findChromium();
  if (installed) return installed;
  await runInherited("apt-get", ["update", "-q"]);
  for (const name of packages) {
    await runInherited("apt-get", ["install", "-y", "-q", name]);
    const packaged = await findChromium();
    if (packaged) return packaged;
  }
  throw new Error("No Chromium was found and none could be installed: set CHROMIUM_PATH.");
}

/** @returns {Promise<string | null>} */
async function findChromium() {
  const { chromium } = await import("@playwright/test");
  return findProgram({
    given: process.env.CHROMIUM_PATH,
    names,
    paths: [...fixedPaths, ownPath(chromium)],
  });
}

/** @param {import("@playwright/test").BrowserType} chromium */
function ownPath(chromium) {
  try {
    return chromium.executablePath();
  } catch {
    return "";
  }
}
