// 4. The whole list in one answer.
import { setTimeout as sleep } from "node:timers/promises";

const sampleMs = 20;
const limitBytes = 100 * 1024 * 1024;
const limitFirstByteMs = 1000;

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureList(world) {
  const server = await world.serve(world.usualSize);
  // What any request brings into memory is not the list's.
  for (let round = 0; round < 500; round += 1) await server.get("/api/v2/users?per_page=50");
  const before = await server.residentMemory();
  const watch = watchMemory(server);
  const { firstByteMs, ms, text } = await server.get("/api/users");
  const growth = (await watch.highest()) - before;
  await server.stop();

  const users = JSON.parse(text).length;
  const mebibytes = (/** @type {number} */ bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
  return {
    title: `4. \`GET /api/users\`, ${users.toLocaleString("en")} users in ${mebibytes(text.length)}`,
    results: [
      {
        what: "resident memory grows by",
        measured: mebibytes(growth),
        target: "less than 100 MiB",
        met: growth < limitBytes,
      },
      {
        what: "first byte",
        measured: `${firstByteMs.toFixed(0)} ms`,
        target: "under 1 s",
        met: firstByteMs < limitFirstByteMs,
      },
      { what: "last byte (Go server: 4.3 s)", measured: `${(ms / 1000).toFixed(2)} s` },
    ],
  };
}

/** @param {import("./server.mjs").Server} server */
function watchMemory(server) {
  let highest = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      highest = Math.max(highest, await server.residentMemory());
      await sleep(sampleMs);
    }
  })();
  return {
    async highest() {
      isOver = true;
      await watching;
      return highest;
    },
  };
}
