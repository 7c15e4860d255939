// 13. A second `npm start`, embedded database included.
import path from "node:path";
import { startServer } from "./server.mjs";

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureStart(world) {
  await world.release();
  const emptyMs = await secondStart(path.join(world.folder, "empty"));
  const fullMs = await secondStart(world.dataDir);
  const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;
  return {
    title: "13. A second `npm start` to `GET /api/ready`, the embedded database included",
    results: [
      { what: "without users", measured: seconds(emptyMs) },
      {
        what: `${world.largest.toLocaleString("en")} users (Go server with 100,000: 92 s)`,
        measured: seconds(fullMs),
        target: "seconds, not growing with the data",
        met: fullMs < 10_000 && fullMs < 1.5 * emptyMs,
      },
    ],
  };
}

/** @param {string} dataDir */
async function secondStart(dataDir) {
  const first = await startServer({ MUSTER_DATA_DIR: dataDir });
  await first.stop();
  const second = await startServer({ MUSTER_DATA_DIR: dataDir });
  await second.stop();
  return second.readyMs;
}
