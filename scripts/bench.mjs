// npm run bench [-- --only users,list --sizes 1000,100000]: measures a production build and prints the table; a whole run also writes bench/RESULTS.md.
import { parseArgs } from "node:util";
import { ensureBuilt, ensureReady } from "./lib/ensure.mjs";
import { reportFailure } from "./lib/report-failure.mjs";

try {
  const options = readOptions();
  await ensureReady();
  await ensureBuilt();
  const { bench } = await import("../bench/bench.mjs");
  await bench(options);
} catch (error) {
  reportFailure(error);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: "" },
      sizes: { type: "string", default: "1000,100000,1000000" },
    },
  });
  const sizes = values.sizes.split(",").map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    throw new Error("Give the sizes as numbers of users: --sizes 1000,100000");
  }
  return { only: values.only.split(",").filter(Boolean), sizes: sizes.sort((a, b) => a - b) };
}
