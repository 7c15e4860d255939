import type { BrowserContext, Locator, Page } from "@playwright/test";
import { providerName } from "../environment";
import { expect, PASSWORD, test } from "../fixtures";
import { forgetSession } from "../forget-session";
import { untilLive } from "../live";
import { providerRequests, visitAs } from "../visitors";

test.use({ expectedConsole: [providerRequests] });

const goOnWithProvider = `Continue with ${providerName}`;

async function signInAtProvider(page: Page) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: goOnWithProvider }).click();
}

function heading(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

async function anAddress(context: BrowserContext) {
  return (await visitAs(context)).email;
}

test.describe("single sign-on", () => {
  test("an unknown colleague signs in by OIDC, waits, is approved with a group, and is in", async ({
    page,
    browser,
    signedInAs,
    aGroup,
  }) => {
    const group = await aGroup();
    const context = await browser.newContext();
    const colleague = await context.newPage();
    const { email } = await visitAs(context, { name: "Grace Hopper" });
    await signInAtProvider(colleague);
    await expect(heading(colleague)).toHaveText("Waiting to be let in");
    await expect(colleague.getByRole("main")).toContainText(`Asked with ${providerName}`);
    await colleague.reload();
    await expect(heading(colleague)).toHaveText("Waiting to be let in");
    await untilLive(colleague);

    await signedInAs("admin");
    await page.goto(`/pending-users?q=${email}`);
    const row = page.getByRole("row").filter({ hasText: email });
    await expect(row).toContainText(providerName);
    await row.getByRole("button", { name: /^Actions/ }).click();
    await page.getByRole("menuitem", { name: "Approve…" }).click();
    const dialog = page.getByRole("dialog", { name: /^Approve/ });
    await dialog.getByRole("combobox", { name: "Groups" }).fill(group.name);
    await page.getByRole("option", { name: group.name }).click();
    await dialog.getByRole("button", { name: "Approve" }).click();
    await expect(page.getByText("1 person approved")).toBeVisible();

    await expect(colleague).toHaveURL(/\/account$/);
    await expect(heading(colleague)).toHaveText("Account");
    await expect(colleague.getByRole("main")).toContainText(email);
    await expect(colleague.getByRole("main")).toContainText(group.name);
    await context.close();
  });

  test("whoever is turned away is told so, and may ask again", async ({ page, context, db }) => {
    const email = await anAddress(context);
    await signInAtProvider(page);
    await expect(heading(page)).toHaveText("Waiting to be let in");
    await untilLive(page);
    await db.query(`DELETE FROM "PendingUser" WHERE "username" = $1`, [email]);
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(heading(page)).toHaveText("You are not let in");
    await expect(page.getByRole("status")).toContainText("turned down or has ended");
    await page.getByRole("link", { name: "Go to sign in" }).click();
    await page.getByRole("button", { name: goOnWithProvider }).click();
    await expect(heading(page)).toHaveText("Waiting to be let in");
  });

  test("who is let in but not led on goes on by a button", async ({
    page,
    context,
    db,
    aUser,
    anIdentity,
  }) => {
    const { email, sub } = await visitAs(context);
    await signInAtProvider(page);
    await expect(heading(page)).toHaveText("Waiting to be let in");
    await page.evaluate(() => {
      sessionStorage.setItem("muster-went-on", "true");
    });
    await anIdentity(await aUser({ username: email }), { subject: sub });
    await db.query(`DELETE FROM "PendingUser" WHERE "username" = $1`, [email]);
    await page.reload();
    await expect(heading(page)).toHaveText("You are in");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(/\/account$/);
  });

  test("a press before the page's script has come counts", async ({ page, context }) => {
    await anAddress(context);
    await page.route("**/_next/static/chunks/*.js", () => undefined);
    await page.goto("/sign-in", { waitUntil: "commit" });
    await page.getByRole("button", { name: goOnWithProvider }).click();
    await expect(page).toHaveURL(/\/pending$/);
  });

  test("says in the form that the server cannot be reached", async ({ page, context }) => {
    await page.goto("/sign-in");
    await context.setOffline(true);
    const button = page.getByRole("button", { name: goOnWithProvider });
    await button.click();
    await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toBeVisible();
    await expect(button).not.toHaveAttribute("aria-busy");
    await context.setOffline(false);
  });

  test("an account with the address is linked by its owner, who then signs in by it", async ({
    page,
    context,
    aUser,
  }) => {
    const email = await anAddress(context);
    await aUser({ username: email, role: "auditor" });
    await signInAtProvider(page);
    await expect(page.getByRole("alert").filter({ hasText: /You have an account/ })).toContainText(
      `Then link ${providerName} in Account → Security`,
    );
    await page.getByLabel("Username").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/account\/security\?offer=oidc$/);
    await page.getByRole("button", { name: "Link it now" }).click();
    await expect(page.getByText(`${providerName} is linked to your account`)).toBeVisible();
    await expect(page).toHaveURL(/\/account\/security$/);
    await expect(page.getByRole("list", { name: "Linked identities" })).toContainText(email);

    await forgetSession(page);
    await signInAtProvider(page);
    await expect(page).not.toHaveURL(/sign-in/);
    await page.goto("/account");
    await expect(page.getByRole("main")).toContainText(email);
  });

  test("who has signed in in another tab meanwhile is offered to link it, at the top of the page", async ({
    page,
    context,
    signedInAs,
  }) => {
    await page.setViewportSize({ width: 390, height: 664 });
    const email = await anAddress(context);
    await page.goto("/sign-in");
    await untilLive(page);
    await signedInAs("auditor", { username: email });
    await page.getByRole("button", { name: goOnWithProvider }).click();
    await expect(page).toHaveURL(/\/account\/security\?offer=oidc$/);
    await expect(page.getByRole("button", { name: "Link it now" })).toBeInViewport({ ratio: 1 });

    await page.goto("/sign-in?link=oidc");
    await expect(page).toHaveURL(/\/account\/security\?offer=oidc$/);
  });

  test("is linked and unlinked on the security page, after the password", async ({
    page,
    context,
    signedInAs,
  }) => {
    const email = await anAddress(context);
    await signedInAs("platform-user", { username: email });
    await page.goto("/account/security");
    await page.getByRole("button", { name: `Link ${providerName}` }).click();
    const check = page.getByRole("dialog", { name: "Confirm it's you" });
    await check.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await check.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByText(`${providerName} is linked to your account`)).toBeVisible();
    await expect(page).toHaveURL(/\/account\/security$/);
    const list = page.getByRole("list", { name: "Linked identities" });
    await expect(list).toContainText(email);

    await list.getByRole("button", { name: /^Unlink/ }).click();
    await page.getByRole("button", { name: `Unlink ${providerName}`, exact: true }).click();
    await expect(page.getByText(`${providerName} is not linked any more`)).toBeVisible();
    await expect(page.getByText(/^No linked identities/)).toBeVisible();
  });

  test("links no identity whose address is another one, and says why", async ({
    page,
    context,
    signedInAs,
    db,
  }) => {
    await anAddress(context);
    const { id } = await signedInAs("platform-user", {
      username: `other-${Date.now().toString()}@example.com`,
    });
    await confirmNow(id);
    await page.goto("/account/security");
    await page.getByRole("button", { name: `Link ${providerName}` }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Nothing was linked" })).toContainText(
      "does not vouch for",
    );

    async function confirmNow(userId: string) {
      await db.query(`UPDATE "Session" SET "identityConfirmedAt" = now() WHERE "userId" = $1`, [
        userId,
      ]);
    }
  });

  test("confirms who has no password, and keeps them their only way in", async ({
    page,
    context,
    signedInAs,
    anIdentity,
    db,
  }) => {
    const { email, sub } = await visitAs(context);
    const user = await signedInAs("platform-user", { username: email });
    await db.query(`UPDATE "User" SET "authType" = 'oauth' WHERE "id" = $1`, [user.id]);
    await anIdentity(user, { subject: sub });
    await page.goto("/account/security");
    const list = page.getByRole("list", { name: "Linked identities" });
    const unlink = list.getByRole("button", { name: /^Unlink/ });
    await expect(unlink).toHaveAccessibleDescription(/the only way in/);
    await expect(list.locator("p").filter({ hasText: /the only way in/ })).toBeVisible();

    await anIdentity(user, { email: `old-${email}` });
    await page.reload();
    await list.getByRole("listitem").filter({ hasText: "old-" }).getByRole("button").click();
    const confirm = page.getByRole("button", { name: `Unlink ${providerName}`, exact: true });
    await confirm.click();
    await visitAs(context);
    const check = page.getByRole("dialog", { name: "Confirm it's you" });
    await check.getByRole("button", { name: `Confirm with ${providerName}` }).click();
    await expect(page.getByText("That did not confirm who you are")).toBeVisible();
    await expect(page).toHaveURL(/\/account\/security$/);

    await visitAs(context, { email, sub });
    await list.getByRole("listitem").filter({ hasText: "old-" }).getByRole("button").click();
    await confirm.click();
    await check.getByRole("button", { name: `Confirm with ${providerName}` }).click();
    await expect(page.getByText("You have confirmed who you are")).toBeVisible();
    await expect(page).toHaveURL(/\/account\/security$/);
    await list.getByRole("listitem").filter({ hasText: "old-" }).getByRole("button").click();
    await confirm.click();
    await expect(list.getByRole("listitem")).toHaveCount(1);
  });

  test("shows administrators what somebody signs in by", async ({
    page,
    aUser,
    anIdentity,
    signedInAs,
  }) => {
    const user = await aUser();
    await anIdentity(user, { email: "grace@example.com" });
    await signedInAs("auditor");
    await page.goto(`/users/${user.username}`);
    await expect(page.getByRole("heading", { name: "Linked identities" })).toBeVisible();
    await expect(page.getByText("grace@example.com")).toBeVisible();
    await expect(page.getByRole("button", { name: /Unlink/ })).toHaveCount(0);
  });

  test("says in plain words why somebody is not let in, and one click tries again", async ({
    page,
    context,
    aUser,
    anIdentity,
  }) => {
    const alert = page.getByRole("alert").filter({ hasText: "You are not signed in" });
    await visitAs(context, { email_verified: false });
    await signInAtProvider(page);
    await expect(alert).toContainText("vouches for no e-mail address");

    // Another browser: the provider keeps its sessions.
    const { sub } = await visitAs(context);
    await context.clearCookies({ domain: "127.0.0.1", name: /^_/ });
    await anIdentity(await aUser({ isDisabled: true }), { subject: sub });
    await page.getByRole("button", { name: goOnWithProvider }).click();
    await expect(alert).toContainText("This account is disabled");

    await page.goto("/api/auth/callback/oidc?code=old&state=old");
    await expect(page).toHaveURL(/\/sign-in\?error=provider/);
    await expect(alert).toContainText("Start again here.");
    await page.goto("/sign-in?error=<b>nothing</b>");
    await expect(page.getByRole("alert").filter({ hasText: "nothing" })).toHaveCount(0);
  });

  test("the page of who waits says what to do where nothing waits", async ({ page }) => {
    await page.goto("/pending");
    await expect(heading(page)).toHaveText("Nothing is waiting here");
    await page.getByRole("link", { name: "Go to sign in" }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
    await page.goto("/pending?taken=true");
    await expect(heading(page)).toHaveText("A request waits already");
  });

  test("an invited colleague signs up with it", async ({ page, context, anInvite }) => {
    const { email, link } = await anInvite();
    await visitAs(context, { email });
    await page.goto(link);
    await page.getByRole("button", { name: goOnWithProvider }).click();
    await expect(page).toHaveURL(/\/account$/);
    await expect(page.getByRole("main")).toContainText(email);
  });
});
