// 3. Pages of 50 users, one request at a time, as the number of users grows.
import { median, percentile } from "./statistics.mjs";

const rounds = 200;
const warmUpRounds = 40;

/**
 * @typedef {{ p50: number, p95: number }} Latency
 * @typedef {object} Case
 * @property {string} what
 * @property {string[] | ((total: number) => string[])} queries asked in turn
 * @property {number} [limitMs] at most, in p95, at the largest size
 * @property {number} [limitRatio] at most, in p95, of the largest size to the smallest
 */

/** @type {Case[]} */
const cases = [
  { what: "first page", queries: [""], limitRatio: 2 },
  {
    what: "page in the middle",
    queries: (total) => [`page=${Math.ceil(total / 100)}`],
    limitMs: 50,
  },
  {
    what: "`q`, a hit of a few users (a username)",
    queries: ["aoi.yamamoto", "jakub.nowak", "anna_schmidt", "kofi.mensah", "maria.garcia"].map(
      search,
    ),
    limitRatio: 2,
  },
  {
    what: "`q`, a hit of 0.5 to 1 % (a family name)",
    queries: ["rossi", "kowalski", "tanaka", "hansen", "silva"].map(search),
    limitRatio: 2,
  },
  {
    what: "`q`, a hit of 9 to 45 % (three or four letters)",
    queries: ["com", "org", "exam", "ple", "example"].map(search),
    limitRatio: 2,
  },
  {
    what: "`q`, a miss",
    queries: ["zzz", "nobody-here", "maria.zzz", "xqj"].map(search),
    limitMs: 50,
  },
  { what: "`q`, two letters", queries: ["an", "th", "kw", "qz", "zx"].map(search), limitMs: 500 },
  { what: "`q`, one letter", queries: ["a", "q", "x", "é"].map(search), limitMs: 500 },
  {
    what: "one filter, of many",
    queries: [
      "role=service-user",
      "account_status=disabled",
      "mfa_status=enabled",
      "auth_type=oauth",
    ],
    limitRatio: 2,
  },
  { what: "one filter, of few", queries: ["role=auditor", "role=admin"], limitRatio: 2 },
  {
    what: "three filters",
    queries: [
      "role=service-user&account_status=enabled&mfa_status=enabled",
      "role=platform-user&account_status=disabled&auth_type=oauth",
      "account_status=disabled&mfa_status=enabled&auth_type=basic_auth",
    ],
    limitMs: 50,
  },
  {
    what: "search and filter",
    queries: ["q=com&mfa_status=enabled", "q=rossi&role=platform-user"],
  },
  {
    what: "page in the middle, by last sign-in",
    queries: (total) => [`sort=last_login_time&page=${Math.ceil(total / 100)}`],
  },
];

/** @param {string} term */
function search(term) {
  return `q=${encodeURIComponent(term)}`;
}

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measurePages(world) {
  /** @type {Latency[][]} of each size, of each case */
  const bySize = [];
  for (const size of world.sizes) {
    const server = await world.serve(size);
    bySize.push(await measureCases(server, size));
    await server.stop();
  }
  return {
    title: `3. \`GET /api/v2/users?per_page=50\`, one request at a time, p50 / p95 in ms with ${world.sizes
      .map((size) => size.toLocaleString("en"))
      .join(" · ")} users`,
    results: cases.map((which, at) =>
      toResult(
        which,
        bySize.map((latencies) => latencies[at]),
      ),
    ),
  };
}

/** @param {import("./server.mjs").Server} server @param {number} size */
async function measureCases(server, size) {
  const latencies = [];
  for (const { queries } of cases) {
    const all = typeof queries === "function" ? queries(size) : queries;
    latencies.push(await measure(server, all));
  }
  return latencies;
}

/** @param {import("./server.mjs").Server} server @param {string[]} queries @returns {Promise<Latency>} */
async function measure(server, queries) {
  const times = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const query = queries[(round + warmUpRounds) % queries.length];
    const { ms } = await server.get(`/api/v2/users?per_page=50&${query}`);
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
  if (limitMs) return { what, measured, target: `p95 under ${limitMs} ms`, met: last < limitMs };
  if (limitRatio && latencies.length > 1) {
    const target = `p95 at most ${limitRatio} times that of the smallest`;
    return { what, measured, target, met: last <= limitRatio * first };
  }
  return { what, measured };
}
