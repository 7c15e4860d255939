// 2. One user by name, as an API client asks for it.
import { perSecond, plainNextRate } from "./floor.mjs";
import { rateOf } from "./http.mjs";

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureRequests(world) {
  const floor = await plainNextRate();
  const server = await world.serve(world.usualSize);
  const page = JSON.parse((await server.get("/api/v2/users?per_page=200&page=2")).text);
  const requests = page.Response.data.map((/** @type {{ username: string }} */ { username }) => ({
    path: `/api/users/${encodeURIComponent(username)}`,
    headers: { Authorization: server.bearer },
  }));
  const rate = await rateOf({ url: server.url, requests });
  await server.stop();
  return {
    title: "2. `GET /api/users/{username}` with a bearer, 16 requests in flight",
    results: [
      {
        what: `${requests.length} users in turn, of ${world.usualSize.toLocaleString("en")}`,
        measured: `${perSecond(rate)}, ${(rate / floor).toFixed(1)} times plain \`next start\``,
        target:
          "at least 2 times the empty handler of plain `next start` (Go server: 1,700 to 3,500/s)",
        met: rate >= 2 * floor,
      },
    ],
  };
}
