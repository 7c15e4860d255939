// 5. Sign-ins, which are meant to be expensive.
import os from "node:os";
import { newSessionToken } from "./server.mjs";

const users = 8;
const durationMs = 10_000;

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureSignIns(world) {
  const server = await world.serve(world.usualSize);
  const names = Array.from({ length: users }, (_, at) => `bench-sign-in-${at}`);
  const rest = { password: server.password, platform_role_id: "service-user" };
  for (const name of names) await server.post(`/api/users/${name}`, rest);

  const startedAt = performance.now();
  const counts = await Promise.all(names.map((username) => signInAgainAndAgain(server, username)));
  const seconds = (performance.now() - startedAt) / 1000;
  await server.stop();

  const rate = counts.reduce((sum, count) => sum + count, 0) / seconds;
  const cores = os.availableParallelism();
  return {
    title: `5. Sign-ins, argon2id with 19 MiB, 2 passes, 1 lane, ${users} at once`,
    results: [
      {
        what: "`POST /api/users/adm/authenticate`",
        measured: `${(rate / cores).toFixed(1)}/s per core (${rate.toFixed(1)}/s on ${cores})`,
      },
    ],
  };
}

/** @param {import("./server.mjs").Server} server @param {string} username */
async function signInAgainAndAgain({ url, password }, username) {
  const end = performance.now() + durationMs;
  let count = 0;
  while (performance.now() < end) {
    await newSessionToken(url, { username, password });
    count += 1;
  }
  return count;
}
