// 10. Groups, and who reaches which network. The last of these calls change the database.
import { measureCases, search, sizesOf, toResults } from "./pages.mjs";

const limits = { limitMs: 50, limitRatio: 2 };
const paths = {
  groups: "/api/v2/users/groups",
  users: "/api/v2/users",
  reaching: "/api/v2/users/network",
  unassigned: "/api/v2/users/unassigned_network_users",
  granting: "/api/v2/users/groups/network",
  preview: "/api/v1/users/access/preview?per_page=50",
};
/** Of the demo data: a third reach the one by a group, a tenth are in the other and have its role. */
const [largeNetwork, largeGroup] = ["headquarters", "demo-contractors"];
const roles = [
  { id: "demo-contractor-vpn", groups: "one group" },
  { id: "demo-on-call", groups: "many groups" },
];
const newMembers = 10_000;

/**
 * @typedef {import("./server.mjs").Server} Server
 * @typedef {{ groups: string[], networks: string[] }} Few those with the fewest members, or that the fewest reach
 * @typedef {{ what: string, measured: string }} Measured
 */

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureNetworks(world) {
  /** @type {{ cases: import("./pages.mjs").Case[], latencies: import("./pages.mjs").Latency[], once: Measured[] }[]} */
  const bySize = [];
  for (const size of world.sizes) {
    const server = await world.serve(size);
    const cases = casesOf(await findFew(server));
    const latencies = await measureCases(server, { path: paths.groups, cases });
    bySize.push({ cases, latencies, once: await measureOnce(server) });
    await server.stop();
  }
  const [{ cases = [], once = [] } = {}] = bySize;
  return {
    title: `10. Groups and networks: pages of 50, one request at a time, p50 / p95 in ms; other calls once; with ${sizesOf(world)}`,
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

/** @param {Server} server @returns {Promise<Few>} */
async function findFew(server) {
  const groups = await dataOf(
    server,
    `${paths.groups}?per_page=50&sort=member_count&default=false`,
  );
  const networks = await dataOf(server, "/api/v2/networks?per_page=500");
  const reached = [];
  for (const { netid } of networks.slice(-20)) {
    const { total } = await pageOf(server, `${paths.reaching}?per_page=1&network=${netid}`);
    reached.push({ netid, total });
  }
  reached.sort((a, b) => a.total - b.total);
  return {
    groups: groups
      .filter(({ member_count }) => member_count > 0)
      .slice(0, 5)
      .map(({ id }) => id),
    networks: reached.slice(0, 3).map(({ netid }) => netid),
  };
}

/** @param {Few} few @returns {import("./pages.mjs").Case[]} */
function casesOf({ groups, networks }) {
  const of = (/** @type {string} */ key, /** @type {string[]} */ values) =>
    values.map((value) => `${key}=${value}`);
  const users = (/** @type {string} */ what, /** @type {string[]} */ queries) => ({
    what: `\`users\`, ${what}`,
    path: paths.users,
    queries,
    ...limits,
  });
  const reaching = (/** @type {string} */ what, /** @type {string[]} */ queries) => ({
    what: `\`users/network\`, ${what}`,
    path: paths.reaching,
    queries,
    ...limits,
  });
  return [
    { what: "`users/groups`, first page", queries: [""], ...limits },
    { what: "`users/groups`, by members", queries: ["sort=member_count&order=desc"], ...limits },
    {
      what: "`users/groups`, `q`",
      queries: ["engineering", "berlin", "zzz"].map(search),
      ...limits,
    },
    { what: "`users/groups`, `network`", queries: of("network", networks), ...limits },
    users(
      "`group` of 30 and of 10 % of the users",
      of("group", ["demo-remote-workers", largeGroup]),
    ),
    users("`group` of the fewest", of("group", groups)),
    users("`group` of 30 % and a filter", ["group=demo-remote-workers&account_status=disabled"]),
    users("`network` that a third reach", of("network", [largeNetwork])),
    users("`network` that the fewest reach", of("network", networks)),
    reaching("a third reach it", of("network", [largeNetwork])),
    reaching("the fewest reach it", of("network", networks)),
    reaching("`q`, a family name", [`network=${largeNetwork}&q=rossi`]),
    {
      what: "`users/unassigned_network_users`, two thirds of the service users",
      path: paths.unassigned,
      queries: of("network_id", [largeNetwork]),
      ...limits,
    },
    {
      what: "`users/unassigned_network_users`, most of the service users",
      path: paths.unassigned,
      queries: of("network_id", networks),
      ...limits,
    },
    {
      what: "`users/groups/network`",
      path: paths.granting,
      queries: of("network", [largeNetwork, ...networks]),
      ...limits,
    },
  ];
}

/** @param {Server} server @returns {Promise<Measured[]>} */
async function measureOnce(server) {
  /** @type {Measured[]} */
  const results = [];
  /**
   * @param {string} what
   * @param {() => Promise<{ text: string, ms: number }>} call
   * @param {(text: string) => string} toRows what it was about
   */
  const once = async (what, call, toRows) => {
    const { text, ms } = await call();
    results.push({ what, measured: `${(ms / 1000).toFixed(2)} s (${toRows(text)})` });
  };
  await once(
    "`GET /api/v1/users/groups`, whole",
    () => server.get("/api/v1/users/groups"),
    (text) => many(JSON.parse(text).Response.length),
  );
  const lose = (/** @type {string} */ text) => many(JSON.parse(text).Response.lose);
  for (const { id, groups } of roles) {
    await once(
      `preview of deleting a role that ${groups} grant (who lose by it)`,
      () => server.post(paths.preview, { delete: { role_id: id } }),
      lose,
    );
  }
  await once(
    "preview of deleting a group of 10 % of the users (who lose by it)",
    () => server.post(paths.preview, { delete: { group_id: largeGroup } }),
    lose,
  );
  await once(
    "preview of deleting a network that a third reach (who lose by it)",
    () => server.post(paths.preview, { delete: { network_id: largeNetwork } }),
    lose,
  );

  const ids = await usernames(server, newMembers);
  await once(
    "adding members to a group in one call (how many)",
    () => server.post("/api/v1/users/group/members", { group_id: "demo-field-service", ids }),
    (text) => many(JSON.parse(text).Response.done.length),
  );
  const { total } = await pageOf(server, `${paths.reaching}?per_page=1&network=${largeNetwork}`);
  const group = await server.get(`/api/v1/users/group?group_id=${largeGroup}`);
  await once(
    "deleting a group of 10 % of the users (its members)",
    () => server.remove(`/api/v1/users/group?group_id=${largeGroup}`),
    () => many(JSON.parse(group.text).Response.member_count),
  );
  await once(
    "deleting a network that a third reach (about so many)",
    () => server.remove(`/api/networks/${largeNetwork}`),
    () => many(total),
  );
  return results;
}

/** @param {number} number */
function many(number) {
  return number.toLocaleString("en");
}

/** @param {Server} server @param {number} atMost @returns {Promise<string[]>} of service users */
async function usernames(server, atMost) {
  const found = [];
  for (let page = 1; found.length < atMost; page += 1) {
    const users = await dataOf(
      server,
      `${paths.users}?role=service-user&per_page=500&page=${page}`,
    );
    if (users.length === 0) break;
    found.push(...users.map(({ username }) => username));
  }
  return found.slice(0, atMost);
}

/** @param {Server} server @param {string} path */
async function pageOf(server, path) {
  return JSON.parse((await server.get(path)).text).Response;
}

/** @param {Server} server @param {string} path @returns {Promise<any[]>} */
async function dataOf(server, path) {
  return (await pageOf(server, path)).data;
}
