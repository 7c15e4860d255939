import { ensureBuilt, ensureReady } from "./lib/ensure.mjs";
import { reportFailure } from "./lib/report-failure.mjs";

try {
  await ensureReady();
  console.log(`The build is in ${await ensureBuilt()}.`);
} catch (error) {
  reportFailure(error);
}
