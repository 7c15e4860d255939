import type { Page } from "@playwright/test";
import { endSessionAtSave } from "../end-session";
import { expect, PASSWORD, test } from "../fixtures";
import { forgetSession } from "../forget-session";
import { confirmIdentity } from "../identity-check";
import { untilLive } from "../live";
import { codeOfShownKey } from "../shown-key";

async function givePassword(page: Page, username: string) {
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}

function row(page: Page, title: string) {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
}

test.describe("signing in with MFA", () => {
  test("asks for a code after the password, and takes one with blanks by itself", async ({
    page,
    aUser,
    enrolTotp,
  }) => {
    const user = await aUser({ role: "auditor" });
    const totp = await enrolTotp(user);
    await page.goto("/sign-in?back=/audit");
    await givePassword(page, user.username);
    const code = page.getByLabel("Code", { exact: true });
    await expect(code).toBeFocused();
    await expect(code).toHaveAttribute("autocomplete", "one-time-code");
    await expect(code).toHaveAttribute("inputmode", "numeric");
    await code.fill("12 34");
    await code.press("Enter");
    await expect(page.getByText("Enter the six digits that your app shows.")).toBeVisible();
    await code.fill(totp.code(9));
    await expect(page.getByRole("alert").filter({ hasText: /code is wrong/ })).toBeVisible();
    await expect(code).toBeFocused();
    await code.fill(totp.code().replace(/^(...)/, " $1 "));
    await expect(page).toHaveURL(/\/audit$/);
  });

  test("leads back to the password after five wrong codes", async ({ page, aUser, enrolTotp }) => {
    const user = await aUser();
    const totp = await enrolTotp(user);
    await page.goto("/sign-in");
    await givePassword(page, user.username);
    const code = page.getByLabel("Code", { exact: true });
    for (let steps = 11; steps < 15; steps += 1) {
      await code.fill(totp.code(steps));
      await expect(page.getByRole("alert").filter({ hasText: /code is wrong/ })).toBeVisible();
      await expect(page.getByRole("button", { name: "Sign in" })).not.toHaveAttribute("aria-busy");
    }
    await code.fill(totp.code(15));
    await expect(page.getByRole("alert").filter({ hasText: "fifth wrong code" })).toBeVisible();
    await expect(page.getByLabel("Username")).toHaveValue(user.username);
    await givePassword(page, user.username);
    await code.fill(totp.code());
    await expect(page).toHaveURL(/\/account$/);
  });

  test("takes a recovery code, and says once how many are left", async ({
    page,
    aUser,
    enrolTotp,
  }) => {
    const user = await aUser();
    const { recoveryCodes } = await enrolTotp(user);
    await page.goto("/sign-in");
    await givePassword(page, user.username);
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    const field = page.getByLabel("Recovery code", { exact: true });
    await expect(field).toBeFocused();
    await field.fill(`${recoveryCodes[0] ?? ""} `.toUpperCase());
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/account$/);
    await untilLive(page);
    const notice = page.getByRole("region", { name: "Security notice" });
    await expect(notice).toContainText("1 recovery code left");
    await notice.getByRole("link", { name: "Make new ones" }).click();
    await expect(row(page, "Recovery codes")).toContainText("1 code left");
    await page.reload();
    await expect(row(page, "Recovery codes")).toContainText("1 code left");
    await expect(notice).toHaveCount(0);
  });

  test("goes on in place when the session ends in the middle of an edit", async ({
    page,
    db,
    aUser,
    signedInAs,
    enrolTotp,
  }) => {
    const user = await aUser({ displayName: "Grace" });
    const editor = await signedInAs("admin");
    const totp = await enrolTotp(editor);
    await page.goto(`/users/${user.username}`);
    await page.getByLabel("Display name").fill("Grace Hopper");
    await endSessionAtSave(page, db, editor.id);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Sign in again" });
    await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await dialog.getByRole("button", { name: "Sign in" }).click();
    await dialog.getByLabel("Code", { exact: true }).fill(totp.code());
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText("Display name saved")).toBeVisible();
  });
});

test.describe("one's own MFA", () => {
  test("is set up with the key typed by hand, survives a reload, and signs in from then on", async ({
    page,
    signedInAs,
  }) => {
    const { username } = await signedInAs("auditor");
    await page.goto("/account/security");
    await expect(row(page, "Authenticator app")).toContainText("Off");
    await page.getByRole("button", { name: "Set it up" }).click();
    await confirmIdentity(page);
    const dialog = page.getByRole("dialog", { name: "Set up an authenticator app" });
    await expect(dialog.getByRole("img", { name: /^QR code/ })).toBeVisible();
    await expect(dialog).toContainText(`Muster: ${username}`);
    const key = await dialog.getByRole("definition").locator("code").textContent();
    await page.reload();
    await page.getByRole("button", { name: "Set up…" }).click();
    await expect(dialog.getByRole("definition").locator("code")).toHaveText(key ?? "");

    await dialog.getByLabel("Code", { exact: true }).fill("000 000");
    await expect(dialog.getByRole("button", { name: "Switch on" })).not.toHaveAttribute(
      "aria-busy",
    );
    await expect(dialog.getByLabel("Code", { exact: true })).toHaveAttribute("aria-invalid");
    await dialog.getByLabel("Code", { exact: true }).fill(await codeOfShownKey(page));

    const codes = page.getByRole("dialog", { name: "Save your recovery codes" });
    await expect(codes.getByRole("list", { name: "Recovery codes" }).locator("li")).toHaveCount(10);
    await page.keyboard.press("Escape");
    await expect(codes.getByText("Close without saving the codes?")).toBeVisible();
    await codes.getByRole("button", { name: "Go back" }).click();
    const download = page.waitForEvent("download");
    await codes.getByRole("button", { name: "Download" }).click();
    expect((await download).suggestedFilename()).toBe(`muster-recovery-codes-${username}.txt`);
    const [first] = await codes.getByRole("list").locator("li").allTextContents();
    await codes.getByLabel("I saved these codes").check();
    await codes.getByRole("button", { name: "Done" }).click();
    await expect(row(page, "Authenticator app")).toContainText("On since");
    await expect(row(page, "Recovery codes")).toContainText("10 codes left");

    await forgetSession(page);
    await page.goto("/sign-in");
    await givePassword(page, username);
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    await page.getByLabel("Recovery code", { exact: true }).fill(first ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).not.toHaveURL(/sign-in/);
  });

  test("is switched off, with the code as proof of who it is", async ({
    page,
    signedInAs,
    enrolTotp,
  }) => {
    const user = await signedInAs("auditor");
    const totp = await enrolTotp(user);
    await page.goto("/account/security");
    await page.getByRole("button", { name: "Switch off…" }).click();
    const question = page.getByRole("alertdialog", { name: "Switch off the authenticator app?" });
    await question.getByRole("button", { name: "Switch off" }).click();
    const check = page.getByRole("dialog", { name: "Confirm it's you" });
    await check.getByRole("button", { name: "Use your authenticator app instead" }).click();
    await expect(check.getByLabel("Code", { exact: true })).toBeFocused();
    await check.getByLabel("Code", { exact: true }).fill(totp.code(9));
    await expect(check.getByText(/^Wrong code/)).toBeVisible();
    await check.getByLabel("Code", { exact: true }).fill(totp.code());
    await expect(question).toHaveCount(0);
    await expect(row(page, "Authenticator app")).toContainText("Off");
  });

  test("gets new recovery codes, asked once who it is", async ({ page, signedInAs, enrolTotp }) => {
    await enrolTotp(await signedInAs("auditor"));
    await page.goto("/account/security");
    await expect(page.getByText("You have 2 recovery codes left")).toBeVisible();
    await page.getByRole("button", { name: "Make new codes", exact: true }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Make new codes" }).click();
    await confirmIdentity(page);
    const codes = page.getByRole("dialog", { name: "Save your recovery codes" });
    await codes.getByLabel("I saved these codes").check();
    await codes.getByRole("button", { name: "Done" }).click();
    await expect(row(page, "Recovery codes")).toContainText("10 codes left");

    const again = page.getByRole("button", { name: "Make new codes…" });
    await again.click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Make new codes" }).click();
    await expect(codes).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(codes.getByRole("button", { name: "Copy" })).toBeFocused();
    await codes.getByLabel("I saved these codes").check();
    await codes.getByRole("button", { name: "Done" }).click();
    await expect(again).toBeFocused();
    await page.getByRole("button", { name: "Replace…" }).click();
    await expect(page.getByRole("dialog", { name: "Replace the authenticator app" })).toContainText(
      "Time-based, 6 digits",
    );
  });
});

test.describe("the MFA of others", () => {
  test("is reset by an administrator, and the person is told", async ({
    page,
    aUser,
    enrolTotp,
    signedInAs,
  }) => {
    const user = await aUser({ displayName: "Grace Hopper" });
    await enrolTotp(user);
    await signedInAs("admin");
    await page.goto(`/users/${user.username}`);
    const heading = page.getByRole("heading", { name: "MFA and passkeys" });
    const card = page.locator("section").filter({ has: heading });
    await expect(card).toContainText("On since");
    await card.getByRole("button", { name: "Reset MFA…" }).click();
    const question = page.getByRole("alertdialog", { name: "Reset the MFA of Grace Hopper?" });
    await expect(question).toContainText("API tokens keep working");
    await question.getByRole("button", { name: "Reset MFA" }).click();
    await expect(page.getByText("The MFA of Grace Hopper is reset")).toBeVisible();
    await expect(card).toContainText("Off");

    await forgetSession(page);
    await page.goto("/sign-in");
    await givePassword(page, user.username);
    await expect(page).toHaveURL(/\/account$/);
    await untilLive(page);
    const notice = page.getByRole("region", { name: "Security notice" });
    await expect(notice).toContainText("An administrator has reset your MFA");
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(notice).toHaveCount(0);
  });

  test("is reset for many at a time, with what was refused for whom", async ({
    page,
    aUser,
    enrolTotp,
    signedInAs,
  }) => {
    const name = `Mira ${String(Date.now())}`;
    const people = [
      await aUser({ displayName: `${name} one` }),
      await aUser({ displayName: `${name} two` }),
      await aUser({ displayName: `${name} three`, role: "admin" }),
    ];
    for (const person of people) await enrolTotp(person);
    await signedInAs("admin");
    await page.goto(`/users?q=${encodeURIComponent(name)}`);
    for (const { displayName } of people) {
      await page.getByRole("checkbox", { name: `Select ${displayName}` }).check();
    }
    const bar = page.getByRole("toolbar", { name: "Selected users" });
    await bar.getByRole("button", { name: "Reset MFA…" }).click();
    const question = page.getByRole("alertdialog", { name: "Reset the MFA of 3 users?" });
    await question.getByRole("button", { name: "Reset MFA of 3 users" }).click();
    const outcome = page.getByRole("dialog", { name: "MFA of 2 users reset" });
    await expect(outcome).toContainText("1 user skipped.");
    await expect(outcome).toContainText("Only the super admin can change other admins.");
    await outcome.getByRole("button", { name: "Close", exact: true }).last().click();
    await page.goto(`/users?q=${encodeURIComponent(name)}&mfa_status=enabled`);
    await expect(page.getByText(`${name} three`)).toBeVisible();
    await expect(page.getByText(`${name} one`)).toHaveCount(0);
  });

  test("is counted where it is missing among administrators", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/users");
    await page.getByRole("link", { name: /administrators? ha(s|ve) no MFA$/ }).click();
    await expect(page).toHaveURL(/mfa_status=disabled/);
    await expect(page.getByText("Service user")).toHaveCount(0);
  });
});
