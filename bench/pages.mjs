// Pages of 50 rows, one request at a time, as the number of users grows.
import { median, percentile } from "./statistics.mjs";

const rounds = 200;
const warmUpRounds = 40;

/**
 * @typedef {{ p50: number, p95: number }} Latency
 * @typedef {object} Case
 * @property {string} what
 * @property {string} [path] where it is another one than the list's
 * @property {string[] | ((total: number) => string[])} queries asked in turn
 * @property {number} [limitMs] at most, in p95, at the largest size
 * @property {number} [limitRatio] at most, in p95, of the largest size to the smallest
 */

/** @param {string} term */
export function search(term) {
  return `q=${encodeURIComponent(term)}`;
}

/**
 * @param {{ number: number, path: string, cases: Case[] }} list
 * @returns {(world: import("./world.mjs").World) => Promise<import("./bench.mjs").Section>}
 */
export function pagesOf(list) {
  return (world) => measurePages(world, list);
}

/**
 * @param {import("./world.mjs").World} world
 * @param {{ number: number, path: string, cases: Case[] }} list
 * @returns {Promise<import("./bench.mjs").Section>}
 */
async function measurePages(world, { number, path, cases }) {
  /** @type {Latency[][]} of each size, of each case */
  const bySize = [];
  for (const size of world.sizes) {
    const server = await world.serve(size);
    bySize.push(await measureCases(server, { path, cases }));
    await server.stop();
  }
  return {
    title: `${number}. \`GET ${path}?per_page=50\`, one request at a time, p50 / p95 in ms with ${sizesOf(world)}`,
    results: toResults(cases, bySize),
  };
}

/** @param {import("./world.mjs").World} world */
export function sizesOf({ sizes }) {
  return `${sizes.map((size) => size.toLocaleString("en")).join(" · ")} users`;
}

/** @param {Case[]} cases @param {Latency[][]} bySize of each size, of each case */
export function toResults(cases, bySize) {
  return cases.map((which, at) =>
    toResult(
      which,
      bySize.map((latencies) => latencies[at]),
    ),
  );
}

/**
 * @param {import("./server.mjs").Server} server
 * @param {{ path: string, cases: Case[] }} list
 */
export async function measureCases(server, { path, cases }) {
  const { Response: first } = JSON.parse((await server.get(`${path}?per_page=1`)).text);
  const latencies = [];
  for (const { queries, path: own = path } of cases) {
    const all = typeof queries === "function" ? queries(first.total) : queries;
    latencies.push(
      await measure(
        server,
        all.map((query) => `${own}?per_page=50&${query}`),
      ),
    );
  }
  return latencies;
}

/** @param {import("./server.mjs").Server} server @param {string[]} urls @returns {Promise<Latency>} */
async function measure(server, urls) {
  const times = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const { ms } = await server.get(urls[(round + warmUpRounds) % urls.length] ?? "");
    if (round >= 0) times.push(ms);
  }
  return { p50: median(times), p95: percentile(times, 0.95) };
}

/** @param {Case} which @param {(Latency | undefined)[]} latencies */
function toResult({ what, limitMs, limitRatio }, latencies) {
  const measured = latencies
    .map((latency) => (latency ? `${latency.p50.toFixed(1)} / ${latency.p95.toFixed(1)}` : "–"))
    .join(" · ");
  const [first = 0, last = 0] = [latencies[0]?.p95, latencies.at(-1)?.p95];
  const limits = [
    ...(limitMs ? [{ target: `under ${limitMs} ms`, met: last < limitMs }] : []),
    ...(limitRatio && latencies.length > 1
      ? [
          {
            target: `at most ${limitRatio} times that of the smallest`,
            met: last <= limitRatio * first,
          },
        ]
      : []),
  ];
  if (limits.length === 0) return { what, measured };
  const target = `p95 ${limits.map((limit) => limit.target).join(" and ")}`;
  return { what, measured, target, met: limits.every(({ met }) => met) };
}
