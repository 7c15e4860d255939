// What holds for a whole server, so that the test has one of its own: whether it takes passwords, and who may ask to join.
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { startProvider, type TestProvider } from "../../lib/testing/oidc-server";
import { providerEnvironment, providerName } from "../environment";
import { forgetSession } from "../forget-session";
import { untilLive } from "../live";
import { VISITOR_COOKIE, visitAs } from "../visitors";
import { TestServer } from "./server";

const PASSWORD = "correct horse battery staple";
const goOnWithProvider = `Continue with ${providerName}`;

test.describe("a server with a provider", () => {
  test.describe.configure({ mode: "serial", timeout: 240_000 });
  let server: TestServer;
  let provider: TestProvider;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    server = await TestServer.create();
    const app = `http://localhost:${String(server.port)}`;
    provider = await startProvider("oidc", { app, visitorCookie: VISITOR_COOKIE });
    await server.start(providerEnvironment(provider.issuer));
    const ada = { username: "ada", password: PASSWORD };
    expect((await server.call("POST", "/api/users/adm/createsuperadmin", ada)).status).toBe(200);
    await addUser("grace@example.com", "admin");
    await addUser("hedy@example.com", "service-user");
  });
  test.afterAll(async () => {
    await server.remove();
    await provider.stop();
  });

  async function addUser(username: string, role: string) {
    const body = { username, password: PASSWORD, platform_role_id: role };
    const path = `/api/users/${encodeURIComponent(username)}`;
    expect((await server.call("POST", path, body)).status).toBe(200);
  }

  function settings(changes: Record<string, unknown>) {
    return server.call("PUT", "/api/server/settings", changes);
  }

  async function open(page: Page, path: string) {
    await page.goto(`http://localhost:${String(server.port)}${path}`);
    await untilLive(page);
  }

  async function signIn(page: Page, username: string) {
    await page.getByLabel("Username").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  }

  function visitorIs(context: BrowserContext, email: string) {
    return visitAs(context, { sub: email, email }, provider.issuer);
  }

  test("a company switches passwords off without locking anybody out", async ({
    page,
    context,
    browser,
  }) => {
    await visitorIs(context, "grace@example.com");
    await open(page, "/sign-in?back=/settings");
    await signIn(page, "grace@example.com");
    await expect(page).toHaveURL(`http://localhost:${String(server.port)}/settings`);
    await untilLive(page);

    await page.getByRole("switch", { name: "Sign-in with a password" }).uncheck();
    await page.getByRole("button", { name: /^Review/ }).click();
    const review = page.getByRole("alertdialog", { name: "Change the server settings?" });
    await expect(review).toContainText("You could not sign in any more.");
    await expect(review.getByRole("button", { name: /lock out/ })).toBeVisible();
    await expect(review.getByRole("button", { name: "Cancel" })).toBeFocused();
    await review.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Undo changes" }).click();

    await open(page, "/account/security");
    await page.getByRole("button", { name: `Link ${providerName}` }).click();
    await expect(page.getByText(`${providerName} is linked to your account`)).toBeVisible();

    const others = await browser.newContext();
    const hedy = await others.newPage();
    await visitorIs(others, "hedy@example.com");
    await open(hedy, "/sign-in");
    await hedy.getByRole("button", { name: goOnWithProvider }).click();
    await expect(hedy.getByRole("alert").filter({ hasText: /have an account/ })).toBeVisible();
    await untilLive(hedy);
    await signIn(hedy, "hedy@example.com");
    await hedy.getByRole("button", { name: "Link it now" }).click();
    await expect(hedy.getByText(`${providerName} is linked to your account`)).toBeVisible();

    await open(page, "/settings");
    await page.getByRole("switch", { name: "Sign-in with a password" }).uncheck();
    await page.getByRole("button", { name: /^Review/ }).click();
    await review.getByRole("button", { name: /^Save changes/ }).click();
    await expect(page.getByText("Server settings saved")).toBeVisible();

    for (const person of [page, hedy]) {
      await forgetSession(person);
      await open(person, "/sign-in");
      await expect(person.getByLabel("Username")).toBeHidden();
      await person.getByRole("button", { name: goOnWithProvider }).click();
      await expect(person.getByRole("navigation", { name: "Main" })).toBeVisible();
    }

    await forgetSession(page);
    await open(page, "/sign-in");
    await page.getByText("Sign in as super admin").click();
    await expect(page.getByText("Passwords work for the super admin only.")).toBeVisible();
    await signIn(page, "hedy@example.com");
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
    await signIn(page, "ada");
    await expect(page).not.toHaveURL(/sign-in/);
    await others.close();
  });

  test("tells who has a password only, which does not work here, whom to ask", async ({
    page,
    context,
  }) => {
    await addUser("mary@example.com", "service-user");
    await settings({ basic_auth: false });
    await visitorIs(context, "mary@example.com");
    await open(page, "/sign-in");
    await page.getByRole("button", { name: goOnWithProvider }).click();
    const alert = page.getByRole("alert").filter({ hasText: /have an account/ });
    await expect(alert).toContainText("If a password was all you had, ask an administrator");
  });

  test("never leads anybody to the provider by itself", async ({ page, context }) => {
    await settings({ basic_auth: false });
    await visitorIs(context, "hedy@example.com");
    await open(page, "/sign-in");
    await page.getByRole("button", { name: goOnWithProvider }).click();
    await expect(page).toHaveURL(/\/account$/);
    await untilLive(page);
    await page.getByRole("button", { name: "hedy@example.com" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
    await expect(page.getByRole("button", { name: goOnWithProvider })).toBeVisible();
  });

  test("lets whoever is invited sign up by it where passwords are off", async ({
    page,
    context,
  }) => {
    await settings({ basic_auth: false });
    const email = "katherine@example.com";
    const made = await server.call("POST", "/api/v1/users/invite", { user_emails: [email] });
    const link = new URL(/"invite_url":"([^"]+)"/.exec(await made.text())?.[1] ?? "");
    await visitorIs(context, email);
    await open(page, link.pathname + link.search);
    await expect(page.getByRole("main")).toContainText(`account whose address is ${email}`);
    await expect(page.getByLabel("Password", { exact: true })).toHaveCount(0);
    await page.getByRole("button", { name: goOnWithProvider }).click();
    await expect(page).toHaveURL(/\/account$/);
    await expect(page.getByRole("main")).toContainText(email);
  });

  test("tells a stranger to ask for an invite, and names nothing", async ({ page, context }) => {
    await settings({ allowed_email_domains: [] });
    await visitorIs(context, "stranger@example.org");
    await open(page, "/sign-in");
    await page.getByRole("button", { name: goOnWithProvider }).click();
    const alert = page.getByRole("alert").filter({ hasText: "You are not signed in" });
    await expect(alert).toContainText("Ask an administrator to invite you");
    await expect(page.getByRole("main")).not.toContainText("stranger@example.org");
  });

  test("says that the provider did not answer", async ({ page, context }) => {
    await visitorIs(context, "hedy@example.com");
    provider.behaviour = { faults: { "/token": 500 } };
    await open(page, "/sign-in");
    await page.getByRole("button", { name: goOnWithProvider }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Start again here." })).toBeVisible();
    provider.behaviour = {};
    await page.getByRole("button", { name: goOnWithProvider }).click();
    await expect(page).toHaveURL(/\/account$/);
  });
});

test.describe("a server with two providers", () => {
  test.describe.configure({ mode: "serial", timeout: 240_000 });
  let server: TestServer;
  const providers: TestProvider[] = [];
  const email = "grace@example.com";

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    server = await TestServer.create();
    const place = { app: address(""), visitorCookie: VISITOR_COOKIE };
    const first = await startProvider("oidc", place);
    const second = await startProvider("okta", place);
    providers.push(first, second);
    await server.start({
      ...providerEnvironment(first.issuer),
      OKTA_ISSUER: second.issuer,
      OKTA_CLIENT_ID: second.clientId,
      OKTA_CLIENT_SECRET: second.clientSecret,
    });
    const ada = { username: "ada", password: PASSWORD };
    expect((await server.call("POST", "/api/users/adm/createsuperadmin", ada)).status).toBe(200);
    await server.call("PUT", "/api/server/settings", { allowed_email_domains: ["example.com"] });
  });
  test.afterAll(async () => {
    await server.remove();
    for (const provider of providers) await provider.stop();
  });

  function address(path: string) {
    return `http://localhost:${String(server.port)}${path}`;
  }

  /** Signs in by the first provider, at a time that is too long ago for linking. */
  async function signInLongAgo(page: Page, context: BrowserContext) {
    const [first, second] = providers;
    if (!first || !second) throw new Error("There are no providers.");
    await visitAs(context, { sub: email, email }, first.issuer);
    first.behaviour = { claims: { auth_time: Math.floor(Date.now() / 1000) - 3600 } };
    await page.goto(address("/sign-in"));
    await page.getByRole("button", { name: goOnWithProvider }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    first.behaviour = {};
  }

  async function confirmAtProvider(page: Page) {
    const check = page.getByRole("dialog", { name: "Confirm it's you" });
    await check.getByRole("button", { name: `Confirm with ${providerName}` }).click();
  }

  test("goes on with linking by itself once it is confirmed who it is", async ({
    page,
    context,
  }) => {
    await server.call("POST", "/api/v1/users/invite", { user_emails: [email] });
    await signInLongAgo(page, context);
    await page.goto(address("/account/security"));
    await untilLive(page);
    await page.getByRole("button", { name: "Link Okta" }).click();
    await confirmAtProvider(page);
    await expect(page.getByText("Okta is linked to your account")).toBeVisible();
    await expect(page).toHaveURL(/\/account\/security$/);

    await page.getByRole("button", { name: "Unlink Okta…" }).click();
    await page.getByRole("button", { name: "Unlink Okta", exact: true }).click();
    await expect(page.getByRole("button", { name: "Link Okta" })).toBeVisible();
  });

  test("goes on with linking what was offered, once, and only when it worked", async ({
    page,
    context,
  }) => {
    await signInLongAgo(page, context);
    await page.goto(address("/sign-in?again=true"));
    await untilLive(page);
    await page.getByRole("button", { name: "Continue with Okta" }).click();
    await expect(page).toHaveURL(/\?offer=okta$/);
    await untilLive(page);

    await visitAs(context, {}, providers[0]?.issuer);
    await page.getByRole("button", { name: "Link it now" }).click();
    await confirmAtProvider(page);
    await expect(page.getByText("That did not confirm who you are")).toBeVisible();
    await expect(page).toHaveURL(/\?offer=okta$/);
    await expect(page.getByRole("dialog")).toHaveCount(0);

    await visitAs(context, { sub: email, email }, providers[0]?.issuer);
    await page.getByRole("button", { name: "Link it now" }).click();
    await confirmAtProvider(page);
    await expect(page.getByText("Okta is linked to your account")).toBeVisible();
    await expect(page).toHaveURL(/\/account\/security$/);
  });
});
