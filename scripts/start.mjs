import cluster from "node:cluster";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, ensureReady } from "./lib/ensure.mjs";
import { reportFailure } from "./lib/report-failure.mjs";

try {
  const buildDir = cluster.isWorker ? buildOfLeader() : await prepare();
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_DIST_DIR: `${buildDir}/next`,
    NEXT_TELEMETRY_DISABLED: "1",
  });
  process.setSourceMapsEnabled(true);
  const { main } = await import(pathToFileURL(path.resolve(buildDir, "server.js")).href);
  await main({ dev: false });
} catch (error) {
  reportFailure(error);
}

/** @returns {Promise<string>} the folder of the build */
async function prepare() {
  await ensureReady();
  return ensureBuilt();
}

/** A worker is of the leader's build, also when the sources have changed since. */
function buildOfLeader() {
  return path.dirname(process.env["NEXT_DIST_DIR"] ?? "");
}
