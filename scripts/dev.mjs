import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureReady } from "./lib/ensure.mjs";
import { reportFailure } from "./lib/report-failure.mjs";

const serverFile = ".build/dev/server.js";

try {
  await ensureReady();
  const { bundle } = await import("./lib/bundle.mjs");
  await bundle({ entry: "server.ts", outfile: serverFile });
  Object.assign(process.env, {
    NODE_ENV: "development",
    NEXT_DIST_DIR: ".build/dev/next",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  process.setSourceMapsEnabled(true);
  const { main } = await import(pathToFileURL(path.resolve(serverFile)).href);
  await main({ dev: true });
} catch (error) {
  reportFailure(error);
}
