// npm run admin -- <command>: what helps when nobody can sign in any more. The commands are in lib/server/admin.ts.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureReady } from "./lib/ensure.mjs";
import { reportFailure } from "./lib/report-failure.mjs";

const outfile = ".build/admin/admin.js";

try {
  await ensureReady();
  const { bundle } = await import("./lib/bundle.mjs");
  await bundle({ entry: "lib/server/admin.ts", outfile });
  process.setSourceMapsEnabled(true);
  const { main } = await import(pathToFileURL(path.resolve(outfile)).href);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  reportFailure(error);
}
