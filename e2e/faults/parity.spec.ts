import { expect, test } from "@playwright/test";
import { startEmbeddedPostgres } from "../../scripts/lib/postgres.mjs";
import { TestServer } from "./server";

/**
 * Every kind of answer that could differ between the two ways to a handler. Broken percent-encoding is left out:
 * Next repairs or refuses it before any handler sees it.
 */
const requests: [string, string, unknown?, Record<string, string>?][] = [
  ["GET", "/api/health"],
  ["GET", "/api/nope"],
  ["GET", "/api/auth"],
  ["GET", "/api/auth/nope"],
  ["PUT", "/api/auth/csrf"],
  ["OPTIONS", "/api/auth/callback/oidc"],
  ["GET", "/api/users/"],
  ["PATCH", "/api/users"],
  ["OPTIONS", "/api/users/ada"],
  ["HEAD", "/api/health"],
  ["GET", "/api/users"],
  ["GET", "/api/users/nobody-at-all"],
  ["GET", "/api/users/a%2Fb"],
  ["GET", "/api/users/a%00b"],
  ["GET", "/api/users/J%C3%BCrgen"],
  ["GET", "/api/users/adm/settings"],
  ["GET", "/api/users/adm/hassuperadmin"],
  ["PUT", "/api/users/adm/hassuperadmin"],
  ["GET", "/api/v2/users?per_page=0&page=x"],
  ["GET", "/api/v2/users?role=admin&role=auditor&sort=username&sort=username"],
  ["POST", "/api/users/new-one", { password: 5 }],
  ["POST", "/api/users/new-one", { password: "a long password", platform_role_id: "super-admin" }],
  ["POST", "/api/users/new-one", "x".repeat(1_100_000)],
  ["DELETE", "/api/users/nobody-at-all?force_delete_configs=maybe"],
  ["POST", "/api/users/adm/authenticate", { username: "nobody", password: "nothing" }],
  ["GET", "/api/users", undefined, { Authorization: "" }],
  ["GET", "/api/users", undefined, { Authorization: "Bearer mat_wrong" }],
  ["GET", "/api/v1/audit?from=yesterday"],
  ["GET", "/api/v1/audit?per_page=1", undefined, { Accept: "text/csv" }],
];

/** Status, envelope and the headers that the API promises; not what differs from call to call. */
async function answerOf(
  server: TestServer,
  [method, path, body, headers]: (typeof requests)[number],
) {
  const response = await server.call(method, path, body, { "X-Request-Id": "same", ...headers });
  const names = [
    "allow",
    "cache-control",
    "content-type",
    "etag",
    "x-request-id",
    "www-authenticate",
  ];
  return {
    status: response.status,
    body: await response.text(),
    headers: Object.fromEntries(names.map((name) => [name, response.headers.get(name)])),
  };
}

const cleanUps: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function serverOf(script: string, environment: Record<string, string> = {}) {
  const server = await TestServer.create(script);
  cleanUps.push(() => server.remove());
  await server.start(environment);
  return server;
}

test("through Next, as in development, and through our own dispatcher come the same answers", async () => {
  test.setTimeout(300_000);
  const built = await serverOf("scripts/start.mjs");
  const { url, stop } = await startEmbeddedPostgres({ dataDir: built.postgresDir });
  cleanUps.push(stop);
  const throughNext = await serverOf("scripts/dev.mjs", { DATABASE_URL: url });
  for (const request of requests) {
    const [method, path] = request;
    const expected = await answerOf(built, request);
    expect(await answerOf(throughNext, request), `${method} ${path}`).toEqual(expected);
  }
});
