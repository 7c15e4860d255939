// The way to a provider and back, whoever comes.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { GET as signInOptions } from "@/app/api/server/sign_in/route";
import type { GitHubProvider } from "@/lib/auth/providers";
import { ownOrigin } from "@/lib/auth/protocol";
import { database } from "@/lib/db/client";
import { env, settleEnv, type Env } from "@/lib/env";
import { confirmByProvider, signInByProvider } from "@/lib/identity/sign-in-service";
import { callAs } from "@/lib/testing/call-as";
import { portOf } from "@/lib/testing/database-proxy";
import { anInvite, anonymous, aUser } from "@/lib/testing/factories";
import { anIdentity } from "@/lib/testing/identities";
import { logOf } from "@/lib/testing/log";
import { startProvider, type Behaviour, type TestProvider } from "@/lib/testing/oidc-server";
import { aProviderBrowser } from "@/lib/testing/provider-browser";
import { answerSingleSignOn } from "./answer";

const verbs = { signIn: signInByProvider, confirm: confirmByProvider };
let provider: TestProvider;
let configured: Env;

beforeAll(async () => {
  provider = await startProvider();
  configured = {
    ...env(),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: "Example",
  };
});
afterAll(() => provider.stop());

beforeEach(async () => {
  settleEnv(configured);
  const sub = randomUUID();
  provider.person = { sub, email: `${sub}@example.com`, email_verified: true };
  provider.behaviour = {};
  await anIdentity(await aUser(), { issuer: provider.issuer, subject: sub });
});
afterEach(() => {
  settleEnv(configured);
});

describe("GET /api/server/sign_in", () => {
  test("tells how people sign in", async () => {
    settleEnv({ ...configured, GITHUB_CLIENT_ID: "a", GITHUB_CLIENT_SECRET: "b" });
    const { payload } = await callAs(anonymous, signInOptions);
    expect(payload).toEqual({
      basic_auth: true,
      passkeys: true,
      providers: [
        { id: "oidc", name: "Example" },
        { id: "github", name: "GitHub" },
      ],
      has_super_admin: false,
    });
    await aUser({ role: "super-admin" });
    await database().prisma.serverSetting.updateMany({ data: { basicAuth: false } });
    expect((await callAs(anonymous, signInOptions)).payload).toMatchObject({
      basic_auth: false,
      has_super_admin: true,
    });
    await database().prisma.serverSetting.updateMany({ data: { basicAuth: true } });
  });

  test("names every provider, in one order", async () => {
    const client = Object.fromEntries(
      ["GOOGLE", "ENTRA", "OKTA", "GITHUB"].flatMap((name) => [
        [`${name}_CLIENT_ID`, "a"],
        [`${name}_CLIENT_SECRET`, "b"],
      ]),
    );
    settleEnv({
      ...configured,
      ...client,
      ENTRA_TENANT_ID: randomUUID(),
      OKTA_ISSUER: "https://example.okta.com",
    });
    const { providers } = (await callAs(anonymous, signInOptions)).payload;
    expect(providers.map(({ id }) => id)).toEqual(["oidc", "google", "entra", "okta", "github"]);
  });
});

describe("the way to a provider", () => {
  test("asks for a code, with PKCE, state and nonce", async () => {
    const browser = aProviderBrowser();
    const { status, to, response } = await browser.begin();
    expect(status).toBe(302);
    const { code_challenge, state, nonce, ...asked } = Object.fromEntries(new URL(to).searchParams);
    expect(asked).toEqual({
      client_id: "muster",
      response_type: "code",
      scope: "openid email profile",
      redirect_uri: "http://localhost:3000/api/auth/callback/oidc",
      code_challenge_method: "S256",
    });
    for (const value of [code_challenge, state, nonce]) expect(value).toMatch(/^[\w-]{43}$/);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    const cookies = response.headers.getSetCookie();
    for (const name of ["state", "nonce", "pkce-code-verifier", "round-trip"]) {
      const cookie = cookies.find((each) => each.startsWith(`muster.${name}=`));
      expect(cookie).toMatch(/; Path=\/.*; HttpOnly; SameSite=Lax/);
    }
  });

  test("is told to a page's script, which goes there", async () => {
    const { status, response } = await aProviderBrowser().begin({ json: "true" });
    expect(status).toBe(200);
    const { url } = z.object({ url: z.string() }).parse(await response.json());
    expect(url.startsWith(`${provider.issuer}/auth?`)).toBe(true);
  });

  test("is asked with nothing that the request says", async () => {
    const browser = aProviderBrowser();
    const { to } = await browser.begin({
      provider: "oidc?scope=admin&redirect_uri=https://evil.com&prompt=none&callbackUrl=::",
    });
    const asked = new URL(to).searchParams;
    expect(asked.get("scope")).toBe("openid email profile");
    expect(asked.get("redirect_uri")).toBe("http://localhost:3000/api/auth/callback/oidc");
    expect(asked.has("prompt")).toBe(false);
  });

  test("leads back to the public address, over https with cookies that no plain page can set", async () => {
    settleEnv({ ...configured, MUSTER_BASE_URL: "https://muster.example.com" });
    const browser = aProviderBrowser({ headers: { Host: "evil.com", "X-Forwarded-Host": "a.b" } });
    const { to } = await browser.begin();
    expect(new URL(to).searchParams.get("redirect_uri")).toBe(
      "https://muster.example.com/api/auth/callback/oidc",
    );
    expect([...browser.cookies.keys()].filter((name) => !name.startsWith("__Host-"))).toEqual([]);
  });

  test("leads back to where the browser found this server, where it has no public address", async () => {
    const browser = aProviderBrowser({ headers: { Host: "10.0.0.7:8080" } });
    const { to } = await browser.begin();
    expect(new URL(to).searchParams.get("redirect_uri")).toBe(
      "http://10.0.0.7:8080/api/auth/callback/oidc",
    );
  });

  test.each(["https://evil.com", "//evil.com", "/\\evil.com", "/sign-in?x", "javascript:0"])(
    "leads nowhere else afterwards (%s)",
    async (back) => {
      expect((await aProviderBrowser().goAround({ back })).to).toBe("/");
    },
  );

  test.each([
    ["a form of another site", { csrfToken: "x" }],
    ["a provider that is not there", { provider: "google" }],
  ])("is refused to %s", async (_, leaving) => {
    const browser = aProviderBrowser();
    const { status, to } = await browser.begin({ back: "/users", ...leaving });
    expect({ status, to }).toEqual({ status: 302, to: "/sign-in?error=provider&back=%2Fusers" });
    const { response } = await browser.begin({ json: "true", ...leaving });
    expect(await response.json()).toEqual({ url: "/sign-in?error=provider" });
  });

  test.each(["signin", "signin/oidc", "signin/oidc?error=x", "signin/unknown"])(
    "begins with no link to %s",
    async (path) => {
      const { status, to } = await aProviderBrowser().open(`/api/auth/${path}`);
      expect({ status, to }).toEqual({ status: 302, to: "/sign-in" });
    },
  );

  test("shows no page of the library's", async () => {
    for (const action of [
      "signin",
      "signout",
      "error",
      "verify-request",
      "error?error=OAuthSignin",
    ]) {
      const { status, to } = await aProviderBrowser().open(`/api/auth/${action}`);
      expect(status, action).toBe(302);
      expect(to, action).toMatch(/\/sign-?in/);
    }
  });
});

test.each(["nope", "_log", "callback", "signin/oidc/x"])(
  "a path that is none (%s) is answered as every other",
  async (path) => {
    const { status, response } = await aProviderBrowser().open(`/api/auth/${path}`);
    expect(status).toBe(404);
    expect(await response.json()).toMatchObject({ Code: 404, Message: "There is no such path." });
  },
);

test("an address to go to afterwards is nothing that the library looks at", async () => {
  const browser = aProviderBrowser();
  expect((await browser.open("/api/auth/csrf?callbackUrl=::::")).status).toBe(200);
  browser.cookies.set("muster.callback-url", "::::");
  expect((await browser.open("/api/auth/csrf")).status).toBe(200);
});

describe("a provider that is no good", () => {
  const ways: [string, (other: TestProvider) => Promise<void>][] = [
    ["is not there", (other) => other.stop()],
    ["says nothing", (other) => behave(other, { faults: { [wellKnown]: "hang" } })],
    ["breaks down", (other) => behave(other, { faults: { [wellKnown]: 500 } })],
    ["is another", (other) => behave(other, { metadata: { issuer: "https://evil.example.com" } })],
    ["has no keys", (other) => behave(other, { metadata: { jwks_uri: undefined } })],
  ];
  const wellKnown = "/.well-known/openid-configuration";

  function behave(other: TestProvider, behaviour: Behaviour): Promise<void> {
    other.behaviour = behaviour;
    return Promise.resolve();
  }

  test.each(ways)("because it %s, is not gone to", async (_, spoil) => {
    const other = await startProvider();
    await spoil(other);
    settleEnv({ ...configured, OIDC_ISSUER: other.issuer });
    const browser = aProviderBrowser();
    expect((await browser.begin()).to).toBe("/sign-in?error=provider");
    expect((await browser.open("/api/auth/callback/oidc?code=x")).to).toBe(
      "/sign-in?error=provider",
    );
    await other.stop().catch(() => undefined);
  });

  test("is gone to once it is good again", async () => {
    const other = await startProvider();
    other.behaviour = { faults: { [wellKnown]: 500 } };
    settleEnv({ ...configured, OIDC_ISSUER: other.issuer });
    expect((await aProviderBrowser().begin()).to).toBe("/sign-in?error=provider");
    other.behaviour = {};
    expect((await aProviderBrowser().begin()).to).toContain(other.issuer);
    await other.stop();
  });

  test("is asked once a minute what it is, and every time for its keys", async () => {
    const other = await startProvider();
    settleEnv({ ...configured, OIDC_ISSUER: other.issuer });
    for (let times = 0; times < 3; times += 1) await aProviderBrowser().goAround();
    expect(other.asked.filter((each) => each.includes("well-known"))).toHaveLength(1);
    expect(other.asked.filter((each) => each.includes("jwks"))).toHaveLength(3);
    await other.stop();
  });
});

describe("the throttle", () => {
  const bucket = (address: string) =>
    database().prisma.throttle.findUnique({ where: { key: `oidc:address:${address}` } });
  const failuresFrom = async (address: string) => (await bucket(address))?.failures ?? 0;

  test("counts round trips that are broken, for the client's address", async () => {
    const browser = aProviderBrowser({ address: "198.51.100.1" });
    await browser.open("/api/auth/callback/oidc?code=x&state=y");
    await browser.begin();
    await browser.open("/api/auth/callback/oidc?code=x&state=y");
    expect(await failuresFrom("198.51.100.1")).toBe(2);
    expect((await bucket("198.51.100.1"))?.pending).toBe(0);
    const others = await database().prisma.throttle.findMany({
      where: { key: { startsWith: "oidc:" } },
    });
    expect(others.every(({ key }) => key.startsWith("oidc:address:"))).toBe(true);
  });

  test("counts a code that is wrong", async () => {
    const browser = aProviderBrowser({ address: "198.51.100.2" });
    const back = new URL(await browser.visit((await browser.begin()).to));
    back.searchParams.set("code", "wrong");
    expect((await browser.open(back.href)).to).toBe("/sign-in?error=provider");
    expect(await failuresFrom("198.51.100.2")).toBe(1);
  });

  test("counts neither who comes in, nor who is refused, nor a provider that breaks down", async () => {
    const address = "198.51.100.3";
    await aProviderBrowser({ address }).goAround();
    provider.person = { ...provider.person, sub: randomUUID(), email_verified: false };
    expect((await aProviderBrowser({ address }).goAround()).to).toBe("/sign-in?error=email");
    const browser = aProviderBrowser({ address });
    const back = await browser.visit((await browser.begin()).to);
    for (const fault of [500, "drop"] as const) {
      provider.behaviour = { faults: { "/token": fault } };
      expect((await browser.open(back)).to).toBe("/sign-in?error=provider");
    }
    expect(await failuresFrom(address)).toBe(0);
  });

  test("makes who has failed too often wait, with the right code too", async () => {
    const address = "198.51.100.4";
    const browser = aProviderBrowser({ address });
    const back = await browser.visit((await browser.begin()).to);
    await database().prisma.throttle.create({
      data: {
        key: `oidc:address:${address}`,
        failures: 300,
        expiresAt: new Date(Date.now() + 900_000),
        blockedUntil: new Date(Date.now() + 60_000),
      },
    });
    const { status, response } = await browser.open(back);
    expect(status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ Code: 429 });

    const accept = { accept: "text/html,*/*;q=0.8" };
    const shown = await aProviderBrowser({ address, headers: accept }).open(back);
    expect(shown).toMatchObject({ status: 302, to: "/sign-in?error=throttled" });
    expect(await failuresFrom(address)).toBe(300);
    expect((await aProviderBrowser({ address: "198.51.100.5" }).goAround()).to).toBe("/");
  });
});

describe("the log", () => {
  const behaviours: Behaviour[] = [
    {},
    { claims: { nonce: "another" } },
    { claims: { iss: "https://evil.example.com" } },
    { faults: { "/token": 400 } },
    { faults: { "/me": 500 } },
  ];

  test("says what came of a round trip, and neither who it was nor any secret", async () => {
    const seen: string[] = [];
    const lines = await logOf(async () => {
      for (const behaviour of behaviours) {
        const browser = aProviderBrowser();
        const { to } = await browser.begin();
        const back = await browser.visit(to);
        provider.behaviour = behaviour;
        await browser.open(back);
        await browser.open(back);
        provider.behaviour = {};
        const parts = [...new URL(back).searchParams, ...new URL(to).searchParams];
        seen.push(
          ...parts.filter(([name]) => /code$|state|nonce/.test(name)).map(([, value]) => value),
        );
      }
      await aProviderBrowser().open("/api/auth/callback/oidc?error=access_denied");
      provider.person["email_verified"] = false;
      provider.person.sub = randomUUID();
      await aProviderBrowser().goAround();
    });
    const log = lines.join("\n");
    expect(lines.length).toBeGreaterThan(9);
    expect(log).toContain('"provider":"oidc","outcome":"signed-in"');
    expect(log).toContain('"outcome":"failed","reason":"RPError: nonce mismatch"');
    expect(log).toContain('"outcome":"email"');
    expect(log).toContain('"reason":"the provider says access_denied"');
    expect(log).toContain('"reason":"OPError: 500: ');
    for (const secret of [...seen, "example.com", provider.clientSecret, "eyJ"]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe("another process", () => {
  test("goes on where one has begun: nothing is kept in memory", async () => {
    const here = aProviderBrowser();
    const back = await here.visit((await here.begin({ back: "/users" })).to);
    vi.resetModules();
    const { GET: handler } = await import("@/app/api/auth/[...nextauth]/route");
    const there = aProviderBrowser({ handler });
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
    expect((await there.open(back)).to).toBe("/users");
    expect(there.cookies.has("muster.session-token")).toBe(true);
  });
});

describe("GitHub", () => {
  interface Said {
    user: unknown;
    emails: unknown;
    token?: unknown;
  }

  /** What its API answers, on this machine. */
  async function startGitHub(said: Said) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const { url = "", headers } = request;
      asked.push(`${url} ${headers.authorization ?? ""}`);
      const body =
        url === "/token"
          ? (said.token ?? { access_token: "gho_x", token_type: "bearer", scope: "user:email" })
          : url === "/user"
            ? said.user
            : said.emails;
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const api = `http://127.0.0.1:${String(portOf(server.address()))}`;
    const gitHub: GitHubProvider = {
      kind: "github",
      id: "github",
      name: "GitHub",
      clientId: "a",
      clientSecret: "b",
      endpoints: { authorization: `${api}/login/oauth/authorize`, token: `${api}/token`, api },
    };
    const handler = async (request: Request): Promise<Response> => {
      if (request.method === "GET" && request.url.endsWith("/csrf")) {
        return (await import("@/app/api/auth/[...nextauth]/route")).GET(request);
      }
      const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
      const asking = { request, body, origin: ownOrigin(request) };
      return (await answerSingleSignOn(asking, { providers: [gitHub], verbs })) ?? Response.error();
    };
    async function goAround() {
      const browser = aProviderBrowser({ handler });
      const { to } = await browser.begin({ provider: "github" });
      const state = new URL(to).searchParams.get("state") ?? "";
      const iss = encodeURIComponent(`${api}/login/oauth`);
      const callback = `/api/auth/callback/github?code=x&state=${state}&iss=${iss}`;
      return { to: (await browser.open(callback)).to, asked, authorization: new URL(to) };
    }
    return { goAround, stop: () => server.close() };
  }

  const primary = (email: string, verified = true) => ({ email, primary: true, verified });

  test("lets people in by their number and their verified primary address", async () => {
    const email = `${randomUUID()}@example.com`;
    await anInvite({ email });
    const gitHub = await startGitHub({
      user: { id: 583_231, name: "Mona", email: "shown@example.com" },
      emails: [{ email: "other@example.com", primary: false, verified: true }, primary(email)],
    });
    const { to, asked, authorization } = await gitHub.goAround();
    expect(to).toBe("/");
    expect(authorization.searchParams.get("scope")).toBe("read:user user:email");
    expect(authorization.searchParams.has("code_challenge")).toBe(true);
    expect(authorization.searchParams.has("nonce")).toBe(false);
    expect(asked).toContain("/user/emails?per_page=100 Bearer gho_x");
    const [identity] = await database().prisma.identity.findMany({ where: { email } });
    expect(identity).toMatchObject({
      provider: "github",
      issuer: "https://github.com",
      subject: "583231",
    });
    gitHub.stop();
  });

  test.each([
    ["a primary address that is not verified", [primary("ada@example.com", false)], "email"],
    ["no address", [], "email"],
    ["an answer that is none", { message: "no" }, "provider"],
  ])("lets nobody in with %s", async (_, emails, error) => {
    const gitHub = await startGitHub({ user: { id: 1, name: null }, emails });
    expect((await gitHub.goAround()).to).toBe(`/sign-in?error=${error}`);
    gitHub.stop();
  });

  test("lets nobody in by a code that it does not take, which it says with 200", async () => {
    const token = { error: "bad_verification_code", error_description: "The code is incorrect." };
    const gitHub = await startGitHub({ token, user: { id: 1 }, emails: [primary("a@b.c")] });
    expect((await gitHub.goAround()).to).toBe("/sign-in?error=provider");
    gitHub.stop();
  });
});
