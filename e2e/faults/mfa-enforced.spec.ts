// What happens when MFA is asked of everyone: with a server of its own, because it is asked of everyone there.
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../a11y/axe";
import { untilLive } from "../live";
import { codeOfShownKey } from "../shown-key";
import { TestServer } from "./server";

const PASSWORD = "correct horse battery staple";

test.describe("MFA that is asked of everyone", () => {
  test.describe.configure({ mode: "serial", timeout: 240_000 });
  let server: TestServer;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    server = await TestServer.create();
    await server.start();
    const made = await server.call(
      "POST",
      "/api/users/adm/createsuperadmin",
      { username: "ada", password: PASSWORD },
      { Authorization: "" },
    );
    expect(made.status).toBe(200);
    for (const username of ["grace", "hedy"]) await addUser(username, "auditor");
  });
  test.afterAll(async () => {
    await server.remove();
  });

  async function addUser(username: string, role: string) {
    const body = { password: PASSWORD, platform_role_id: role };
    const { status } = await server.call("POST", `/api/users/${username}`, body);
    expect(status).toBe(200);
  }

  async function enforce(isOn: boolean) {
    const answer = await server.call("PUT", "/api/server/settings", { mfa_enforced: isOn });
    expect(answer.status).toBe(200);
  }

  function addressOf(path: string): string {
    return `http://localhost:${String(server.port)}${path}`;
  }

  async function open(page: Page, path: string) {
    await page.goto(addressOf(path));
    await untilLive(page);
  }

  async function signIn(page: Page, username: string) {
    await page.getByLabel("Username").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
  }

  function enrolment(page: Page) {
    return page.getByRole("heading", { level: 1, name: "Set up MFA" });
  }

  async function enrol(page: Page) {
    await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
    await page.getByLabel("Code", { exact: true }).fill(await codeOfShownKey(page));
    await expect(page.getByRole("heading", { name: "Save your recovery codes" })).toBeFocused();
    await page.getByLabel("I saved these codes").check();
    await page.getByRole("button", { name: "Continue" }).click();
  }

  test("is switched on after seeing whom it stops, and stops oneself too", async ({ page }) => {
    await open(page, "/sign-in?back=/settings");
    await signIn(page, "ada");
    await expect(page.getByRole("heading", { level: 1, name: "Server settings" })).toBeVisible();
    await untilLive(page);
    await page.getByRole("switch", { name: "MFA requirement" }).check();
    await page.getByRole("button", { name: /^Review/ }).click();
    const review = page.getByRole("alertdialog", { name: "Change the server settings?" });
    const people = review.getByRole("region", { name: "3 people must set up MFA" });
    await expect(people).toContainText("grace");
    await expect(review).toContainText("You are one of them.");
    await review.getByRole("button", { name: "Save changes" }).click();
    await expect(enrolment(page)).toBeVisible();
    await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
    await expectAccessible(page);
    await enrol(page);
    await expect(page.getByRole("heading", { level: 1, name: "Server settings" })).toBeVisible();
    await untilLive(page);
    await expect(page.getByRole("switch", { name: "MFA requirement" })).toBeChecked();

    await open(page, "/account/security");
    await page.getByRole("button", { name: "Switch off…" }).hover();
    await expect(page.getByRole("button", { name: "Switch off…" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  });

  test("leads whoever signs in to the enrolment, through a reload, and on to where they were going", async ({
    page,
  }) => {
    await enforce(true);
    await open(page, "/users?q=gr");
    await signIn(page, "grace");
    await expect(enrolment(page)).toBeVisible();
    const key = await page.getByRole("definition").locator("code").textContent();
    await page.reload();
    await expect(page.getByRole("definition").locator("code")).toHaveText(key ?? "");
    await page.goto(addressOf("/account/tokens"));
    await expect(enrolment(page)).toBeVisible();
    await page.goto(addressOf("/users?q=gr"));
    await untilLive(page);
    await enrol(page);
    await expect(page).toHaveURL(/\/users\?q=gr$/);
  });

  test("leads there from a page that was open, and lets one sign out instead", async ({ page }) => {
    await enforce(false);
    await open(page, "/sign-in?back=/users");
    await signIn(page, "hedy");
    await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
    await untilLive(page);
    await enforce(true);
    await page.getByRole("searchbox", { name: "Search users" }).fill("a");
    await expect(enrolment(page)).toBeVisible();
    await untilLive(page);
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});
