// 12. What most requests are, each beside a bare program that runs the same statements in the same minute.
import { call, rateOf } from "./http.mjs";
import { launch, stop, untilAnswered } from "./server.mjs";
import { recordStatements } from "./statements.mjs";
import { median, percentile } from "./statistics.mjs";

const usualRounds = 300;
const warmUpRounds = 300;
const rateRounds = 3;
/** Of a round, in seconds. */
const duration = 4;
const listRounds = 3;

/** @typedef {import("./statements.mjs").Statement} Statement */
/** @typedef {{ url: string, headers: Record<string, string> }} Side */

/** One at a time, our time to the bare program's, at most. @type {Record<string, { what: string, atMost?: number }>} */
const singles = {
  record: { what: "own record", atMost: 1.5 },
  page: { what: "page of 50 users, the first", atMost: 1.6 },
  middle: { what: "page of 50 users, in the middle", atMost: 1.6 },
  search: { what: "page of 50 users, a search" },
  gateways: { what: "one's gateways (8)" },
  peers: { what: "the peers file of a gateway" },
  members: { what: "page of 50 of a group's members" },
  access: { what: "`users/access` of one user" },
};

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureHotPath(world) {
  const size = world.usualSize;
  const url = await world.urlOf(size);
  const recorded = await recordStatements(
    { url, dataDir: world.dataDir, serve: () => world.serve(size) },
    choosePaths,
  );
  const routes = Object.fromEntries(
    Object.values(recorded).map(({ path, statements }) => [path, asBare(path, statements)]),
  );
  const server = await world.serve(size);
  const bare = await startBare(url, routes);
  const ours = { url: server.url, headers: { Authorization: server.bearer } };
  const theirs = { url: bare.url, headers: {} };
  /** @type {import("./bench.mjs").Result[]} */
  const results = [
    await compareRates(ours, theirs, {
      what: "a handler that does nothing, 16 in flight",
      paths: ["/api/health", "/"],
      atLeast: 0.4,
    }),
    await compareRates(ours, theirs, {
      what: "own record, 16 in flight",
      paths: [recorded["record"]?.path ?? "", recorded["record"]?.path ?? ""],
      atLeast: 1.1,
    }),
  ];
  for (const [name, { what, atMost }] of Object.entries(singles)) {
    const times = await timesOf(ours, theirs, recorded[name]?.path ?? "");
    results.push(compared(`${what}, one at a time`, { ...times, atMost }));
  }
  const lists = await timesOf(ours, theirs, "/api/users", { warmUp: 1, rounds: listRounds });
  results.push(compared("the whole list, beside a cursor", { ...lists, atMost: 1.5 }));
  await stop(bare.child);
  await server.stop();
  return {
    title: `12. Beside a bare program (\`node:http\`, \`pg\` over TCP, the same statements), ${size.toLocaleString("en")} users`,
    results,
  };
}

/** @param {import("./server.mjs").Server} server @returns {Promise<Record<string, string>>} */
async function choosePaths(server) {
  const read = async (/** @type {string} */ path) => JSON.parse((await server.get(path)).text);
  const { Response: users } = await read("/api/v2/users?per_page=1");
  const gateways = (await read("/api/v2/gateways?per_page=500")).Response.data;
  gateways.sort(
    (/** @type {{ client_configs: number }} */ a, /** @type {{ client_configs: number }} */ b) =>
      a.client_configs - b.client_configs,
  );
  const usual = gateways[Math.floor(gateways.length / 2)];
  const groups = (await read("/api/v2/users/groups?per_page=50&sort=member_count&order=desc"))
    .Response.data;
  const owner = (await read("/api/v2/client_configs?per_page=1")).Response.data[0]?.ownerid;
  return {
    record: "/api/users/bench",
    page: "/api/v2/users?per_page=50",
    middle: `/api/v2/users?per_page=50&page=${Math.ceil(users.total / 100)}`,
    search: "/api/v2/users?per_page=50&q=rossi",
    gateways: `/api/users/${encodeURIComponent(owner)}/remote_access_gw`,
    peers: `/api/v1/gateways/${usual.id}/wireguard`,
    members: `/api/v2/users?per_page=50&group=${encodeURIComponent(groups[0].id)}`,
    access: `/api/v1/users/access?username=${encodeURIComponent(owner)}`,
    list: "/api/users",
  };
}

/** @param {string} path @param {Statement[]} statements */
function asBare(path, statements) {
  if (path !== "/api/users") return statements;
  const [credential, first] = statements;
  if (!credential || !first) throw new Error("The whole list was not read as it used to be.");
  const text = first.text.replace(/LIMIT \$\d+\s*$/, "");
  return [credential, { name: "cursor", text, values: first.values.slice(0, -1) }];
}

/** @param {string} url @param {Record<string, Statement[]>} routes */
async function startBare(url, routes) {
  const overTcp = new URL(url);
  overTcp.searchParams.delete("host");
  const bare = await launch(["bench/bare.mjs"], {
    BARE_DATABASE_URL: overTcp.href,
    BARE_ROUTES: JSON.stringify(routes),
  });
  await untilAnswered(`${bare.url}/`, bare.child);
  return bare;
}

/**
 * @param {Side} ours @param {Side} theirs
 * @param {{ what: string, paths: [string, string], atLeast: number }} options
 */
async function compareRates(ours, theirs, { what, paths, atLeast }) {
  /** @type {{ mine: number[], other: number[] }} */
  const rates = { mine: [], other: [] };
  for (let round = 0; round < rateRounds; round += 1) {
    rates.mine.push(await rateOf({ url: ours.url + paths[0], headers: ours.headers, duration }));
    rates.other.push(await rateOf({ url: theirs.url + paths[1], duration }));
  }
  const [mine, other] = [median(rates.mine), median(rates.other)];
  const ratio = mine / other;
  return {
    what,
    measured: `${round(mine)}/s, bare ${round(other)}/s: ${ratio.toFixed(2)}`,
    target: `at least ${atLeast} × the bare program`,
    met: ratio >= atLeast,
  };
}

/**
 * In turns, so that both have the same machine.
 * @param {Side} ours @param {Side} theirs @param {string} path
 * @returns {Promise<{ mine: number[], other: number[] }>} in ms
 */
async function timesOf(ours, theirs, path, { warmUp = warmUpRounds, rounds = usualRounds } = {}) {
  /** @type {{ mine: number[], other: number[] }} */
  const times = { mine: [], other: [] };
  for (let at = -warmUp; at < rounds; at += 1) {
    const mine = await call(ours.url + path, { headers: ours.headers });
    const other = await call(theirs.url + path);
    if (at < 0) continue;
    times.mine.push(mine.ms);
    times.other.push(other.ms);
  }
  return times;
}

/** @param {string} what @param {{ mine: number[], other: number[], atMost: number | undefined }} times */
function compared(what, { mine, other, atMost }) {
  const ratio = median(mine) / median(other);
  const text = (/** @type {number[]} */ times) =>
    `${median(times).toFixed(2)} / ${percentile(times, 0.95).toFixed(2)} ms`;
  const measured = `${text(mine)}, bare ${text(other)} (p50 / p95): ${ratio.toFixed(2)}`;
  if (atMost === undefined) return { what, measured };
  return { what, measured, target: `at most ${atMost} × the bare time`, met: ratio <= atMost };
}

/** @param {number} rate */
function round(rate) {
  return Math.round(rate).toLocaleString("en");
}
