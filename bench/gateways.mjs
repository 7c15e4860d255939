// 9. Gateways and client configs. The last of these calls change the database.
import { createHash } from "node:crypto";
import { call } from "./http.mjs";
import { measureCases, search, sizesOf, toResults } from "./pages.mjs";
import { median, percentile } from "./statistics.mjs";

const limits = { limitMs: 50, limitRatio: 2 };
const paths = {
  configs: "/api/v2/client_configs",
  gateways: "/api/v2/gateways",
  access: "/api/v1/users/access",
  accessGateways: "/api/v2/users/access/gateways",
};
/** Of the demo data: most devices are on its first gateway. */
const largeNetwork = "headquarters";
const newDevices = 100;
const devicesOfOne = 20;
const polls = 330;
const pollsAtOnce = 4;

/**
 * @typedef {import("./server.mjs").Server} Server
 * @typedef {{ id: string, client_configs: number }} Gateway
 * @typedef {{ large: Gateway, small: Gateway[], owners: string[] }} Known
 * @typedef {{ what: string, measured: string }} Measured
 */

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureGateways(world) {
  /** @type {{ cases: import("./pages.mjs").Case[], latencies: import("./pages.mjs").Latency[], once: Measured[] }[]} */
  const bySize = [];
  for (const size of world.sizes) {
    const server = await world.serve(size);
    const known = await findKnown(server);
    const cases = casesOf(known);
    const latencies = await measureCases(server, { path: paths.configs, cases });
    bySize.push({ cases, latencies, once: await measureOnce(server, known) });
    await server.stop();
  }
  const [{ cases = [], once = [] } = {}] = bySize;
  return {
    title: `9. Gateways and client configs: pages of 50, one request at a time, p50 / p95 in ms; other calls once; with ${sizesOf(world)}`,
    results: [
      ...toResults(
        cases,
        bySize.map(({ latencies }) => latencies),
      ),
      ...once.map(({ what }, at) => ({
        what,
        measured: bySize.map((each) => each.once[at]?.measured ?? "–").join(" · "),
      })),
    ],
  };
}

/** @param {Server} server @returns {Promise<Known>} */
async function findKnown(server) {
  const of = (/** @type {string} */ query) => dataOf(server, `${paths.gateways}?${query}`);
  const large = await of(`per_page=100&network=${largeNetwork}`);
  large.sort((a, b) => b.client_configs - a.client_configs);
  const [first] = large;
  const small = (await of("per_page=200&sort=network&order=desc")).filter(
    ({ client_configs }) => client_configs > 0,
  );
  small.sort((a, b) => a.client_configs - b.client_configs);
  const configs = await dataOf(server, `${paths.configs}?per_page=200&kind=device`);
  const owners = [...new Set(configs.map(({ ownerid }) => ownerid))].slice(0, 50);
  return { large: first, small: small.slice(0, 3), owners };
}

/** @param {Known} known @returns {import("./pages.mjs").Case[]} */
function casesOf({ large, small, owners }) {
  const configs = (/** @type {string} */ what, /** @type {string[]} */ queries) => ({
    what: `\`client_configs\`, ${what}`,
    queries,
    ...limits,
  });
  const usersOf = (/** @type {string} */ what, /** @type {Gateway[]} */ gateways, query = "") =>
    gateways.map(({ id }) => ({
      what: `\`gateways/{id}/users\`, ${what}`,
      path: `/api/v1/gateways/${id}/users`,
      queries: [query],
      ...limits,
    }));
  return [
    configs("first page", [""]),
    {
      what: "`client_configs`, page in the middle",
      queries: (total) => [`page=${Math.max(1, Math.ceil(total / 100))}`],
      limitMs: limits.limitMs,
    },
    configs("by owner, and by time", ["sort=ownerid", "sort=lastmodified&order=desc"]),
    configs("`network` of the most", [`network=${largeNetwork}`]),
    configs("`gateway` of the most", [`gateway=${large.id}`]),
    configs(
      "`gateway` of few",
      small.map(({ id }) => `gateway=${id}`),
    ),
    configs(
      "`owner`",
      owners.map((owner) => `owner=${encodeURIComponent(owner)}`),
    ),
    configs("ownerless", ["owner="]),
    configs("`enabled` and `kind`", ["enabled=false", "enabled=true", "kind=plain"]),
    configs("`q`, an owner", ["aoi.yamamoto", "jakub.nowak", "anna_schmidt"].map(search)),
    configs("`q`, an address", ["10.128.17.", "10.64.1.200"].map(search)),
    configs("`q`, a device that many have", ["macbook"].map(search)),
    ...usersOf("a third have it", [large]),
    ...usersOf("a third have it, `q`", [large], search("rossi")),
    ...usersOf("attached", [large], "kind=attachment"),
    ...usersOf("few have it", small.slice(0, 1)),
    {
      what: "`users/access` of one user",
      path: paths.access,
      queries: owners.map((owner) => `username=${encodeURIComponent(owner)}`),
      ...limits,
    },
    {
      what: "`users/access/gateways` of one user",
      path: paths.accessGateways,
      queries: owners.map((owner) => `username=${encodeURIComponent(owner)}`),
      ...limits,
    },
    { what: "`gateways`", path: paths.gateways, queries: ["", search("office")], ...limits },
  ];
}

/** @param {Server} server @param {Known} known @returns {Promise<Measured[]>} */
async function measureOnce(server, { large, small, owners }) {
  /** @type {Measured[]} */
  const results = [];
  const note = (/** @type {string} */ what, /** @type {string} */ measured) =>
    results.push({ what, measured });
  const streamed = async (/** @type {string} */ what, /** @type {string} */ path) => {
    const before = await server.residentMemory();
    const { text, ms } = await server.get(path);
    const grown = Math.max(0, (await server.residentMemory()) - before);
    note(what, `${seconds(ms)}, ${megabytes(text.length)}, memory + ${megabytes(grown)}`);
  };
  await streamed("users on the gateway that most have (17)", `/api/users/ingress/${large.id}`);
  await streamed("`users/network_ip` (39)", "/api/v1/users/network_ip");
  await streamed("all client configs", "/api/v1/client_configs");

  const peers = `/api/v1/gateways/${large.id}/wireguard`;
  await streamed(`peers of the gateway with the most client configs`, peers);
  note("the same, unchanged (304)", await unchanged(server, peers));
  const busy = [large, ...small].map(({ id }) => `/api/v1/gateways/${id}/wireguard`);
  note("such polls, 304, four at once (2,000 gateways ask 33/s)", await polling(server, busy));

  note(
    "a new client config in the network with the most, one after the other, p50 / p95",
    await adding(server, large),
  );
  const [owner = ""] = owners;
  note(
    `disabling a user with ${devicesOfOne} and more client configs`,
    await disabling(server, large, owner),
  );
  const { ms } = await server.remove(`/api/v1/gateways/${large.id}`);
  note("deleting the gateway with the most client configs", seconds(ms));
  return results;
}

/** @param {Server} server @param {string} path */
async function unchanged(server, path) {
  const first = await fetch(`${server.url}${path}`, { headers: { Authorization: server.bearer } });
  await first.arrayBuffer();
  const times = [];
  for (let round = 0; round < 20; round += 1) {
    const { ms } = await conditional(server, path, first.headers.get("etag") ?? "");
    times.push(ms);
  }
  return `${median(times).toFixed(1)} / ${percentile(times, 0.95).toFixed(1)} ms`;
}

/** @param {Server} server @param {string} path @param {string} etag */
function conditional({ url, bearer }, path, etag) {
  return call(`${url}${path}`, { headers: { Authorization: bearer, "If-None-Match": etag } });
}

/** @param {Server} server @param {string[]} pathsToPoll */
async function polling(server, pathsToPoll) {
  const etags = await Promise.all(
    pathsToPoll.map(async (path) => {
      const answer = await fetch(`${server.url}${path}`, {
        headers: { Authorization: server.bearer },
      });
      await answer.arrayBuffer();
      return answer.headers.get("etag") ?? "";
    }),
  );
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: pollsAtOnce }, async () => {
      while (next < polls) {
        const at = next++;
        // One in a hundred asks for the largest; the others have as few as most gateways.
        const which = at % 100 === 0 ? 0 : 1 + (at % (pathsToPoll.length - 1));
        await conditional(server, pathsToPoll[which] ?? "", etags[which] ?? "");
      }
    }),
  );
  return `${Math.round(polls / ((performance.now() - startedAt) / 1000)).toLocaleString("en")}/s`;
}

/** @param {Server} server @param {Gateway} gateway */
async function adding(server, { id }) {
  const times = [];
  for (let nth = 0; nth < newDevices; nth += 1) {
    const { ms } = await server.post("/api/v1/client_configs", {
      network: largeNetwork,
      ingressgatewayid: id,
      ownerid: "",
      publickey: createHash("sha256").update(`bench ${nth}`).digest("base64"),
    });
    times.push(ms);
  }
  return `${median(times).toFixed(1)} / ${percentile(times, 0.95).toFixed(1)} ms`;
}

/** @param {Server} server @param {Gateway} gateway @param {string} owner */
async function disabling(server, { id }, owner) {
  await server.post(`/api/v1/gateways/${id}/users`, { ids: [owner] });
  for (let nth = 0; nth < devicesOfOne; nth += 1) {
    await server.post("/api/v1/client_configs", {
      network: largeNetwork,
      ingressgatewayid: id,
      ownerid: owner,
    });
  }
  const { ms } = await server.post(
    `/api/users/${encodeURIComponent(owner)}/disable?force_disable_configs=true`,
    {},
  );
  return `${ms.toFixed(0)} ms`;
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** @param {Server} server @param {string} path @returns {Promise<any[]>} */
async function dataOf(server, path) {
  return JSON.parse((await server.get(path)).text).Response.data;
}
