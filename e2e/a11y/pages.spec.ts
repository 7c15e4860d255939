// Every page, in every look: loaded once, then laid out anew.
import { randomUUID } from "node:crypto";
import { providerName } from "../environment";
import { expect, makeWait, NETWORK, PASSWORD, test, type TestInvite } from "../fixtures";
import { consolePages } from "../pages";
import { providerRequests, visitAs } from "../visitors";
import { expectGoodInEveryLook } from "./looks";

const signUpPages: [title: string, linkOf: (invite: TestInvite) => string][] = [
  ["Create your account", ({ link }) => link],
  ["This invite is not good any more", ({ link }) => `${link}x`],
  ["Open the link of your invite", () => "/invite"],
];

const standings = [
  ["waiting", "Waiting to be let in"],
  ["approved", "You are in"],
  ["gone", "You are not let in"],
] as const;

for (const path of [
  "/sign-in",
  "/sign-in?error=email",
  "/sign-in?link=oidc",
  "/setup",
  "/pending",
  "/pending?taken=true",
]) {
  test(`${path} is accessible`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectGoodInEveryLook(page);
  });
}

test("the second step of signing in is accessible", async ({ page, aUser, enrolTotp }) => {
  const user = await aUser();
  await enrolTotp(user);
  await page.goto("/sign-in");
  await page.getByLabel("Username").fill(user.username);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("Code", { exact: true })).toBeVisible();
  await expectGoodInEveryLook(page);
  await page.getByRole("button", { name: "Use a recovery code instead" }).click();
  await page.getByLabel("Recovery code", { exact: true }).fill("zzzzz-zzzzz");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "code is wrong" })).toBeVisible();
  await expectGoodInEveryLook(page);
});

for (const [title, linkOf] of signUpPages) {
  test(`the sign-up page is accessible: ${title}`, async ({ page, anInvite }) => {
    await page.goto(linkOf(await anInvite()));
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expectGoodInEveryLook(page);
  });
}

test("the sign-up page is accessible with a password that is too short", async ({
  page,
  anInvite,
}) => {
  await page.goto((await anInvite()).link);
  await page.getByLabel("Password", { exact: true }).fill("abc");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("A password has 5 to 256 characters.")).toBeVisible();
  await expectGoodInEveryLook(page);
});

test("the sign-up page is accessible while somebody else is signed in", async ({
  page,
  anInvite,
  signedInAs,
}) => {
  await signedInAs("auditor");
  await page.goto((await anInvite()).link);
  await expect(page.getByRole("heading", { name: "Somebody else is signed in" })).toBeVisible();
  await expectGoodInEveryLook(page);
});

test.describe("the page of who waits is accessible", () => {
  test.use({ expectedConsole: [providerRequests] });

  for (const [state, title] of standings) {
    test(title, async ({ page, context, db, aUser, anIdentity }) => {
      const { email, sub } = await visitAs(context);
      await page.goto("/sign-in");
      await page.getByRole("button", { name: `Continue with ${providerName}` }).click();
      await expect(page.getByRole("heading", { name: "Waiting to be let in" })).toBeVisible();
      // Not led on at once.
      await page.evaluate(() => {
        sessionStorage.setItem("muster-went-on", "true");
      });
      if (state === "approved")
        await anIdentity(await aUser({ username: email }), { subject: sub });
      if (state !== "waiting") {
        await db.query(`DELETE FROM "PendingUser" WHERE "username" = $1`, [email]);
      }
      await page.reload();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expectGoodInEveryLook(page);
    });
  }
});

test("the security page is accessible with identities", async ({
  page,
  signedInAs,
  anIdentity,
}) => {
  const user = await signedInAs("auditor");
  const long = `grace.brewster.murray.hopper.${user.username}@mathematics.research.example.com`;
  await anIdentity(user, { email: long });
  await page.goto("/account/security");
  await expect(page.getByText(long)).toBeVisible();
  await expectGoodInEveryLook(page);
  await page.goto(`/users/${user.username}`);
  await expect(page.getByText(long)).toBeVisible();
  await expectGoodInEveryLook(page);
});

test("the security page is accessible with an offer", async ({ page, signedInAs }) => {
  await signedInAs("auditor");
  await page.goto("/account/security?offer=oidc");
  await expect(page.getByRole("button", { name: "Link it now" })).toBeVisible();
  await page.getByRole("button", { name: "Link it now" }).click();
  await expect(page.getByRole("dialog", { name: "Confirm it's you" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was linked" })).toBeVisible();
  await expectGoodInEveryLook(page);
});

for (const path of [
  ...consolePages,
  "/gateways/nothing-has-this-id",
  "/gateways?q=nothing-has-this-name",
  "/users?q=nobody-has-this-name",
  "/users/nobody-has-this-name",
  "/tokens?q=nothing-has-this-name",
  "/audit?q=nothing-has-this-text",
]) {
  test(`${path} is accessible`, async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await expectGoodInEveryLook(page);
  });
}

for (const path of ["/client-configs", `/networks/${NETWORK}/addresses`]) {
  test(`${path} is accessible with names that are longer than their cells`, async ({
    page,
    signedInAs,
    aConfig,
    aGateway,
    aUser,
  }) => {
    const name = `${"A gateway of many words ".repeat(2)}${randomUUID().slice(0, 13)}`;
    const owner = await aUser({ displayName: "Somebody of many names ".repeat(3).trim() });
    await aConfig({ gateway: await aGateway({ name }), owner });
    await signedInAs("auditor");
    await page.goto(`${path}?q=${owner.username}`);
    // The gateway's column needs more room than some looks have.
    await expect(page.getByRole("link", { name: owner.displayName }).first()).toBeVisible();
    await expectGoodInEveryLook(page);
  });
}

test("the page of a user who has to wait is accessible", async ({
  page,
  db,
  signedInAs,
  aUser,
}) => {
  const { username } = await aUser();
  await makeWait(db, username);
  await signedInAs("admin");
  await page.goto(`/users/${username}`);
  await expect(page.getByText("Too many failed sign-ins")).toBeVisible();
  await expectGoodInEveryLook(page);
});
