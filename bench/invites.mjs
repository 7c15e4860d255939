// 11. Invites. The server has no mail server to send them by.
import { measureCases, search, toResults } from "./pages.mjs";

const path = "/api/v2/users/invites";
const inOneCall = 5_000;
const invites = 100_000;
const limits = { limitMs: 50 };

/** @type {import("./pages.mjs").Case[]} */
const cases = [
  { what: "first page", queries: [""], ...limits },
  { what: "page in the middle", queries: (total) => [`page=${Math.ceil(total / 100)}`], ...limits },
  {
    what: "by address, and by when they expire",
    queries: ["sort=email", "sort=expires_at&order=desc"],
    ...limits,
  },
  { what: "`state`", queries: ["state=valid", "state=expired"], ...limits },
  {
    what: "`mail_status`",
    queries: ["mail_status=failed", "mail_status=not_configured"],
    ...limits,
  },
  { what: "`role`", queries: ["role=auditor", "role=service-user"], ...limits },
  {
    what: "`q`, one, a few, all and none",
    queries: ["person-77777@", "person-7777", "example.com", "nobody-has-this"].map(search),
    ...limits,
  },
];

/** @param {import("./world.mjs").World} world @returns {Promise<import("./bench.mjs").Section>} */
export async function measureInvites(world) {
  const [least = 1_000] = world.sizes;
  const server = await world.serve(least);
  const first = await inviting(server, 0);
  for (let from = inOneCall; from < invites; from += inOneCall) await inviting(server, from);
  await world.analyze(least);
  const latencies = await measureCases(server, { path, cases });
  const { ms } = await server.remove("/api/v1/users/invites");
  await server.stop();
  return {
    title: `11. Invites: \`GET ${path}?per_page=50\` of ${invites.toLocaleString("en")}, one request at a time, p50 / p95 in ms; other calls once`,
    results: [
      ...toResults(cases, [latencies]),
      { what: `inviting ${inOneCall.toLocaleString("en")} in one call`, measured: first },
      { what: "revoking all", measured: `${(ms / 1000).toFixed(2)} s` },
    ],
  };
}

/** @param {import("./server.mjs").Server} server @param {number} from */
async function inviting(server, from) {
  const before = await server.residentMemory();
  const { ms } = await server.post("/api/v1/users/invite", {
    user_emails: Array.from({ length: inOneCall }, (_, at) => `person-${from + at}@example.com`),
    platform_role_id: from === 0 ? "auditor" : "service-user",
  });
  const grown = Math.max(0, (await server.residentMemory()) - before);
  return `${(ms / 1000).toFixed(2)} s, memory + ${(grown / 1_000_000).toFixed(0)} MB`;
}
