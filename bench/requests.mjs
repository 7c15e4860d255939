// 2. One user by name, as an API client asks for it.
import { perSecond, plainNextRate } from "./floor.mjs";
import { rateOf } from "./http.mjs";

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureRequests(world) {
  const floor = await plainNextRate();
  const server = await world.serve(world.usualSize);
  const page = JSON.parse((await server.get("/api/v2/users?per_page=200&page=2")).text);
  const paths = page.Response.data.map(
    (/** @type {{ username: string }} */ { username }) =>
      `/api/users/${encodeURIComponent(username)}`,
  );
  const rateAs = (/** @type {string} */ bearer) =>
    rateOf({ url: server.url, requests: requestsAs(paths, bearer) });
  const bySession = await rateAs(server.bearer);
  const byToken = await rateAs(`Bearer ${await newApiToken(server)}`);
  await server.stop();
  const what = `${paths.length} users in turn, of ${world.usualSize.toLocaleString("en")}`;
  return {
    title: "2. `GET /api/users/{username}` with a bearer, 16 requests in flight",
    results: [
      {
        what: `${what}, with a session token`,
        measured: `${perSecond(bySession)}, ${(bySession / floor).toFixed(1)} times plain \`next start\``,
        target:
          "at least 2 times the empty handler of plain `next start` (Go server: 1,700 to 3,500/s)",
        met: bySession >= 2 * floor,
      },
      {
        what: `${what}, with an API token`,
        measured: `${perSecond(byToken)}, ${(byToken / floor).toFixed(1)} times plain \`next start\`, ${Math.round((100 * byToken) / bySession)} % of those with a session token`,
      },
    ],
  };
}

/** @param {string[]} paths @param {string} bearer */
function requestsAs(paths, bearer) {
  return paths.map((path) => ({ path, headers: { Authorization: bearer } }));
}

/** @param {import("./server.mjs").Server} server @returns {Promise<string>} */
async function newApiToken(server) {
  const body = { user_name: "bench", name: `bench ${Date.now()}` };
  const { text } = await server.post("/api/v1/users/access_token", body);
  return JSON.parse(text).Response.AuthToken;
}
