// What holds for a whole server, so that the test has one of its own: its log, its throttle, its settings.
import { expect, test } from "@playwright/test";
import pg from "pg";
import { startEmbeddedPostgres } from "../../scripts/lib/postgres.mjs";
import { untilLive } from "../live";
import { TestServer } from "./server";

test.describe("the sign-up page", () => {
  test.describe.configure({ mode: "serial", timeout: 240_000 });
  let server: TestServer;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    server = await TestServer.create();
    await server.start({ LOG_LEVEL: "trace" });
  });
  test.afterAll(async () => {
    await server.remove();
  });

  async function linkFor(email: string): Promise<string> {
    const answer = await server.call("POST", "/api/v1/users/invite", { user_emails: [email] });
    return /"invite_url":"([^"]+)"/.exec(await answer.text())?.[1] ?? "";
  }

  test("leaves nothing of its links in the log", async ({ page }) => {
    const link = await linkFor("ada@example.com");
    const code = new URL(link).searchParams.get("invite_code") ?? "";
    await page.goto(`${link}x`);
    await expect(page.getByRole("heading", { name: /not good any more/ })).toBeVisible();
    await page.goto(link);
    await untilLive(page);
    await page.getByLabel("Password", { exact: true }).fill("correct horse battery staple");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page).toHaveURL(/\/account$/);
    expect(code).toHaveLength(27);
    expect(server.output).toContain('"path":"/api/v1/users/invite-signup"');
    expect(server.output).not.toContain(code);
    expect(server.output).not.toContain("invite_code");
  });

  test("says that passwords are switched off, and offers nothing that does not work", async ({
    page,
  }) => {
    const link = await linkFor("grace@example.com");
    // Somebody has to be able to sign in still.
    const superAdmin = { username: "root", password: "correct horse battery staple" };
    await server.call("POST", "/api/users/adm/createsuperadmin", superAdmin);
    await server.call("PUT", "/api/server/settings", { basic_auth: false });
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Passwords are switched off here",
    );
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
    await server.call("PUT", "/api/server/settings", { basic_auth: true });
    await page.goto(link);
    await expect(page.getByRole("button", { name: "Create account" })).toBeVisible();
  });

  test("says how long to wait after too many links that were not good", async ({ page }) => {
    const link = await linkFor("hedy@example.com");
    const { url, stop } = await startEmbeddedPostgres({ dataDir: server.postgresDir });
    const db = new pg.Client(url);
    await db.connect();
    await db.query(
      `INSERT INTO "Throttle" ("key", "failures", "expiresAt", "blockedUntil")
       SELECT 'invite-code:address:' || address, 303, now() + interval '20 minutes', now() + interval '4 minutes'
       FROM unnest('{127.0.0.1,::1,0:0:0:0::/64}'::text[]) address
       ON CONFLICT ("key") DO UPDATE SET "blockedUntil" = excluded."blockedUntil"`,
    );
    await page.goto(link);
    await expect(page.getByRole("main")).toContainText("Try again in 4 minutes.");
    await db.query(`DELETE FROM "Throttle"`);
    await db.end();
    await stop();
    await page.getByRole("link", { name: "Try again" }).click();
    await expect(page.getByRole("button", { name: "Create account" })).toBeVisible();
  });
});
