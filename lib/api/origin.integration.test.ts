import { afterEach, describe, expect, test } from "vitest";
import { GET, PUT } from "@/app/api/users/[username]/route";
import { POST as signIn } from "@/app/api/users/adm/authenticate/route";
import { env, settleEnv } from "@/lib/env";
import { callAs } from "@/lib/testing/call-as";
import { aBrowser, anActor, anonymous, aUser, PASSWORD, uniqueName } from "@/lib/testing/factories";
import { fingerprint } from "@/lib/testing/observe";
import { createDispatcher } from "./dispatch";

const OWN = "https://muster.example.com";
const PARTNER = "https://partner.example.com";
const configured = env();

afterEach(() => settleEnv(configured));

type Sent = Record<string, string>;

/** What happens to a write that comes with these headers. */
async function writeByCookie(headers: Sent): Promise<number> {
  const user = await aUser();
  const { headers: own } = await aBrowser(user);
  const caller = { headers: { Cookie: own["Cookie"] ?? "" } };
  const before = await fingerprint();
  const input = { params: { username: user.username }, body: { display_name: "x" }, headers };
  const { status } = await callAs(caller, PUT, input);
  if (status === 403) expect(await fingerprint()).toBe(before);
  return status;
}

async function writeByBearer(headers: Sent): Promise<number> {
  const me = await anActor("platform-user");
  const input = { params: { username: me.username }, body: { display_name: "x" }, headers };
  return (await callAs(me, PUT, input)).status;
}

async function anonymousWrite(headers: Sent): Promise<number> {
  const { username } = await aUser();
  const input = { body: { username, password: PASSWORD }, headers };
  return (await callAs(anonymous, signIn, input)).status;
}

const rows: [string, Sent, { cookie: number; bearer: number; anonymous: number }][] = [
  ["neither header", {}, { cookie: 403, bearer: 200, anonymous: 200 }],
  ["our own origin", { Origin: OWN }, { cookie: 200, bearer: 200, anonymous: 200 }],
  [
    "a foreign origin",
    { Origin: "https://evil.com" },
    { cookie: 403, bearer: 200, anonymous: 403 },
  ],
  ["the origin null", { Origin: "null" }, { cookie: 403, bearer: 200, anonymous: 403 }],
  ["no origin at all", { Origin: "" }, { cookie: 403, bearer: 200, anonymous: 403 }],
  [
    "our origin with another scheme",
    { Origin: "http://muster.example.com" },
    { cookie: 403, bearer: 200, anonymous: 403 },
  ],
  [
    "our origin with another port",
    { Origin: `${OWN}:8443` },
    { cookie: 403, bearer: 200, anonymous: 403 },
  ],
  [
    "an origin that ends like ours",
    { Origin: "https://evilmuster.example.com" },
    { cookie: 403, bearer: 200, anonymous: 403 },
  ],
  [
    "the same origin",
    { "Sec-Fetch-Site": "same-origin" },
    { cookie: 200, bearer: 200, anonymous: 200 },
  ],
  ["a person's doing", { "Sec-Fetch-Site": "none" }, { cookie: 200, bearer: 200, anonymous: 200 }],
  [
    "the same site",
    { "Sec-Fetch-Site": "same-site" },
    { cookie: 403, bearer: 200, anonymous: 403 },
  ],
  [
    "another site",
    { "Sec-Fetch-Site": "cross-site" },
    { cookie: 403, bearer: 200, anonymous: 403 },
  ],
  [
    "our origin from another site",
    { Origin: OWN, "Sec-Fetch-Site": "cross-site" },
    { cookie: 403, bearer: 200, anonymous: 403 },
  ],
  [
    "a foreign origin that claims to be the same",
    { Origin: "https://evil.com", "Sec-Fetch-Site": "same-origin" },
    { cookie: 403, bearer: 200, anonymous: 403 },
  ],
  [
    "a configured origin",
    { Origin: PARTNER, "Sec-Fetch-Site": "cross-site" },
    { cookie: 403, bearer: 200, anonymous: 200 },
  ],
];

describe("a write with a configured base URL", () => {
  test.each(rows)("and %s", async (_, headers, expected) => {
    settleEnv({ ...configured, MUSTER_BASE_URL: OWN, CORS_ALLOWED_ORIGINS: [PARTNER] });
    expect({
      cookie: await writeByCookie(headers),
      bearer: await writeByBearer(headers),
      anonymous: await anonymousWrite(headers),
    }).toEqual(expected);
  });

  test.each([
    "a=__Host-muster.session-token",
    "other__Host-muster.session-token=zzz",
    "__Host-muster.session-token.0=zzz",
    "next-auth.session-token=zzz",
    "__Secure-next-auth.session-token=zzz",
  ])("and %s is not taken for our cookie", async (cookie) => {
    settleEnv({ ...configured, MUSTER_BASE_URL: OWN });
    expect(await anonymousWrite({ Cookie: cookie })).toBe(200);
  });

  test("and a foreign origin is refused before the credential is looked at", async () => {
    settleEnv({ ...configured, MUSTER_BASE_URL: OWN });
    const cookie = { headers: { Cookie: "__Host-muster.session-token=nonsense" } };
    const input = { params: { username: "x" }, headers: { Origin: "https://evil.com" } };
    expect((await callAs(cookie, PUT, input)).status).toBe(403);
    const own = { ...input, headers: { Origin: OWN } };
    expect((await callAs(cookie, PUT, own)).status).toBe(401);
  });

  test("and a password that a proxy asks for proves nothing", async () => {
    settleEnv({ ...configured, MUSTER_BASE_URL: OWN });
    const Authorization = "Basic YWRhOnNlY3JldA==";
    expect(await writeByCookie({ Authorization, Origin: "https://evil.com" })).toBe(403);
    expect(await writeByCookie({ Authorization })).toBe(403);
    expect(await writeByCookie({ Authorization, Origin: OWN })).toBe(200);
  });

  test("and a bad bearer from anywhere is 401", async () => {
    settleEnv({ ...configured, MUSTER_BASE_URL: OWN });
    const headers = { Authorization: "Bearer x", Origin: "https://evil.com" };
    const called = await callAs({ headers }, PUT, { params: { username: "x" } });
    expect(called.status).toBe(401);
  });
});

describe("a write without a base URL", () => {
  test.each([
    ["http://localhost:3000", "localhost:3000", 200],
    ["https://console.lan", "console.lan", 200],
    ["https://console.lan", "console.lan:443", 200],
    ["http://console.lan", "console.lan:80", 200],
    ["https://console.lan", "console.lan:80", 403],
    ["https://console.lan", "other.lan", 403],
    ["https://console.lan", "a b", 403],
    ["https://console.lan:8443", "console.lan", 403],
    ["null", "null", 403],
  ])("from %s to the host %s answers %i", async (origin, host, status) => {
    settleEnv({ ...configured, MUSTER_BASE_URL: undefined });
    expect(await writeByCookie({ Origin: origin, Host: host })).toBe(status);
  });
});

describe("a read", () => {
  test("by cookie needs no origin, and a foreign one reads nothing by CORS", async () => {
    const me = await aUser();
    const { headers: own } = await aBrowser(me);
    const caller = { headers: { Cookie: own["Cookie"] ?? "" } };
    const called = await callAs(caller, GET, {
      params: { username: me.username },
      headers: { Origin: "https://evil.com", "Sec-Fetch-Site": "cross-site" },
    });
    expect(called.status).toBe(200);
    expect(called.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("CORS", () => {
  const read = async (Origin: string) => {
    const me = await anActor("auditor");
    const input = { params: { username: me.username }, headers: { Origin } };
    return (await callAs(me, GET, input)).headers;
  };

  test("is off unless origins are configured", async () => {
    expect((await read(PARTNER)).get("access-control-allow-origin")).toBeNull();
  });

  test("names the configured origin that asks, without credentials", async () => {
    settleEnv({ ...configured, CORS_ALLOWED_ORIGINS: [OWN, PARTNER] });
    const headers = await read(PARTNER);
    expect(headers.get("access-control-allow-origin")).toBe(PARTNER);
    expect(headers.get("vary")).toBe("Origin");
    expect(headers.get("access-control-expose-headers")).toMatch(/ETag/);
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect((await read("https://evil.com")).get("access-control-allow-origin")).toBeNull();
  });

  test("lets a page see refusals too", async () => {
    settleEnv({ ...configured, CORS_ALLOWED_ORIGINS: [PARTNER] });
    const called = await callAs(anonymous, signIn, {
      body: { username: uniqueName("nobody"), password: "wrong" },
      headers: { Origin: PARTNER },
    });
    expect(called.status).toBe(401);
    expect(called.headers.get("access-control-allow-origin")).toBe(PARTNER);
  });

  const dispatch = createDispatcher([{ path: "/api/users/{username}", module: { GET, PUT } }]);
  const preflight = (origin: string) =>
    dispatch(
      new Request("http://localhost:3000/api/users/x", {
        method: "OPTIONS",
        headers: { Origin: origin, "Access-Control-Request-Method": "PUT" },
      }),
    );

  test("answers the preflight of a configured origin", async () => {
    settleEnv({ ...configured, CORS_ALLOWED_ORIGINS: [PARTNER] });
    const { status, headers } = await preflight(PARTNER);
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe(PARTNER);
    expect(headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS, PUT");
    expect(headers.get("access-control-allow-headers")).toMatch(/Authorization.*If-Match/);
    expect(headers.get("access-control-allow-credentials")).toBeNull();
  });

  test("answers any other preflight without a permission", async () => {
    settleEnv({ ...configured, CORS_ALLOWED_ORIGINS: [PARTNER] });
    const { status, headers } = await preflight("https://evil.com");
    expect(status).toBe(204);
    expect(headers.get("allow")).toBe("GET, HEAD, OPTIONS, PUT");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });
});
