import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt, ensureReady } from "./lib/ensure.mjs";
import { reportFailure } from "./lib/report-failure.mjs";

try {
  await ensureReady();
  const buildDir = await ensureBuilt();
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
