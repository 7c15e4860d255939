// 1. A handler that does nothing, served by plain `next start` and by our server.
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { runInherited } from "../scripts/lib/run.mjs";
import { rateOf } from "./http.mjs";
import { launch, stop, untilAnswered } from "./server.mjs";

/** Inside the repository, so that Next and React are found. */
const folder = path.resolve(".build/bench-floor");
const next = path.resolve("node_modules/next/dist/bin/next");

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureFloor(world) {
  const ofNext = await plainNextRate();
  const server = await world.serve(world.usualSize);
  const ofOurs = await rateOf({ url: `${server.url}/api/health` });
  await server.stop();
  return {
    title: "1. A handler that does nothing, 16 requests in flight",
    results: [
      { what: "plain `next start`, empty route handler", measured: perSecond(ofNext) },
      {
        what: "our server, `GET /api/health`, with its log line and headers",
        measured: `${perSecond(ofOurs)}, ${(ofOurs / ofNext).toFixed(1)} times as many`,
      },
    ],
  };
}

/** @param {number} rate */
export function perSecond(rate) {
  return `${Math.round(rate).toLocaleString("en")}/s`;
}

/** @type {number | undefined} */
let known;

/** @returns {Promise<number>} measured once in a run */
export async function plainNextRate() {
  known ??= await measurePlainNext();
  return known;
}

async function measurePlainNext() {
  await writeApp();
  const code = await runInherited(process.execPath, [next, "build", folder], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    quiet: true,
  });
  if (code !== 0) throw new Error("The scratch app for the floor could not be built.");
  const { url, child } = await launch([next, "start", folder], {});
  await untilAnswered(`${url}/api/nothing`, child);
  const rate = await rateOf({ url: `${url}/api/nothing` });
  await stop(child);
  await rm(folder, { recursive: true, force: true });
  return rate;
}

async function writeApp() {
  const files = {
    "package.json": '{ "private": true, "type": "module" }',
    "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(path.resolve("."))} } };`,
    "postcss.config.mjs": "export default { plugins: [] };",
    "app/layout.jsx": "export default ({ children }) => <html><body>{children}</body></html>;",
    "app/page.jsx": "export default () => null;",
    "app/api/nothing/route.js":
      'export const dynamic = "force-dynamic";\nexport const GET = () => Response.json({ status: "ok" });',
  };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
