import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures";

const run = promisify(execFile);
const DAY_MS = 86_400_000;

/** Runs a line of shell as it was shown, and answers what the server said. */
async function statusOf(line: string): Promise<number> {
  const { stdout } = await run("sh", ["-c", `${line} --silent`]);
  const answer: unknown = JSON.parse(stdout);
  const hasCode = typeof answer === "object" && answer !== null && "Code" in answer;
  return hasCode ? Number(answer.Code) : 200;
}

function tokenRow(page: Page, name: string): Locator {
  return page.getByRole("list", { name: "API tokens" }).getByRole("listitem").filter({
    hasText: name,
  });
}

async function create(page: Page, name: string): Promise<Locator> {
  await page.getByRole("button", { name: "Create token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create token" }).click();
  await expect(dialog.getByRole("button", { name: "Copy token" })).toBeFocused();
  return dialog;
}

async function shownText(dialog: Locator, name: string): Promise<string> {
  return dialog.getByRole("group", { name }).locator("code").innerText();
}

test.describe("one's own API tokens", () => {
  test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

  test("are made, used by the shown command, and revoked", async ({ page, signedInAs }) => {
    await signedInAs("platform-user", { username: `o'brien+${String(Date.now())}@example.com` });
    await page.goto("/account/tokens");
    const dialog = await create(page, "Backup script");
    const command = await shownText(dialog, "Try it");
    expect(command).toContain(await shownText(dialog, "API token"));
    await dialog.getByRole("button", { name: "Copy command" }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(command);
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(dialog).toBeHidden();
    await expect(tokenRow(page, "Backup script")).toContainText("Never used");

    expect(await statusOf(command)).toBe(200);
    await page.reload();
    await expect(tokenRow(page, "Backup script")).toContainText("Last used just now");

    await page.getByRole("button", { name: "Revoke the API token Backup script" }).click();
    const confirm = page.getByRole("alertdialog", { name: "Revoke “Backup script”?" });
    await expect(confirm).toContainText("was last used just now");
    await confirm.getByRole("button", { name: "Revoke token" }).click();
    await expect(page.getByText("The API token “Backup script” was revoked")).toBeVisible();
    await expect(page.getByText("No API tokens")).toBeVisible();
    expect(await statusOf(command)).toBe(401);
  });

  test("are not lost by leaving without a copy", async ({ page, signedInAs }) => {
    await signedInAs("platform-user");
    await page.goto("/account");
    await page.getByRole("link", { name: "API tokens" }).click();
    const dialog = await create(page, "laptop");
    const question = page.getByRole("alertdialog", {
      name: "Close without copying the token?",
    });

    await page.keyboard.press("Escape");
    await expect(question).toBeVisible();
    await question.getByRole("button", { name: "Go back" }).click();
    await expect(dialog.getByRole("button", { name: "Copy token" })).toBeFocused();

    await page.evaluate(() => {
      history.back();
    });
    await expect(question).toBeVisible();
    await expect(page).toHaveURL(/\/account\/tokens$/);
    await page.keyboard.press("Escape");
    await expect(question).toBeHidden();

    const asked = page.waitForEvent("dialog");
    const leaving = page.close({ runBeforeUnload: true });
    const browserQuestion = await asked;
    expect(browserQuestion.type()).toBe("beforeunload");
    await browserQuestion.dismiss();
    await leaving;

    await dialog.getByRole("button", { name: "Copy token" }).click();
    await expect(dialog.getByText("Copied", { exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  test("leave no trace in the browser", async ({ page, signedInAs }) => {
    await signedInAs("platform-user");
    await page.goto("/account/tokens");
    const dialog = await create(page, "secret");
    const token = await shownText(dialog, "API token");
    await dialog.getByRole("button", { name: "Copy token" }).click();
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(tokenRow(page, "secret")).toBeVisible();
    const traces = await page.evaluate(() =>
      [
        document.documentElement.outerHTML,
        location.href,
        JSON.stringify(history.state),
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
      ].join("\n"),
    );
    expect(traces).not.toContain(token);
  });

  test("are copied without HTTPS too", async ({ page, signedInAs }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    await signedInAs("platform-user");
    await page.goto("/account/tokens");
    const dialog = await create(page, "copied without a clipboard");
    const token = await dialog
      .getByRole("group", { name: "API token" })
      .locator("code")
      .innerText();
    await dialog.getByRole("button", { name: "Copy token" }).click();
    await expect(dialog.getByRole("button", { name: "Copied" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.goto("/account");
    await page.getByLabel("Display name").focus();
    await page.keyboard.press("ControlOrMeta+v");
    await expect(page.getByLabel("Display name")).toHaveValue(token);
  });

  test("count as copied when they are copied by hand", async ({ page, signedInAs }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      Object.defineProperty(document, "execCommand", { value: () => false });
    });
    await signedInAs("platform-user");
    await page.goto("/account/tokens");
    const dialog = await create(page, "over plain HTTP");
    await dialog.getByRole("button", { name: "Copy token" }).click();
    await expect(dialog.getByText("The browser does not allow copying here.")).toBeVisible();
    await page.keyboard.press("ControlOrMeta+c");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  test("say at the field what the server refuses", async ({ page, signedInAs, anAccessToken }) => {
    const user = await signedInAs("platform-user");
    await anAccessToken(user, { name: "deploy" });
    await page.goto("/account/tokens");
    await page.getByRole("button", { name: "Create token" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("deploy");
    await dialog.getByRole("button", { name: "Create token" }).click();
    await expect(dialog.getByLabel("Name")).toBeFocused();
    await expect(dialog.getByLabel("Name")).toHaveAccessibleDescription(/already/);
    await dialog.getByLabel("Name").fill("another");
    await dialog.getByLabel("Expires").selectOption({ label: "Custom date" });
    await dialog.getByRole("button", { name: "Create token" }).click();
    await expect(dialog.getByLabel("Last day")).toBeFocused();
    await expect(dialog.getByLabel("Last day")).toHaveAccessibleDescription(/Choose a day/);
  });

  test("take no more than the keyboard", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await page.goto("/account/tokens");
    const createButton = page.getByRole("button", { name: "Create token" });
    await createButton.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog").getByLabel("Name")).toBeFocused();
    await page.keyboard.type("by hand");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Copy token" })).toBeFocused();
    await page.keyboard.press("Enter");
    // Before it is copied, one is asked.
    await expect(page.getByText("Copied to the clipboard.")).toBeAttached();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(createButton).toBeFocused();
    await expect(tokenRow(page, "by hand")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Revoke the API token by hand" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }),
    ).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByText("The API token “by hand” was revoked")).toBeVisible();
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 390, height: 844 } });

    test("are made by a service user", async ({ page, signedInAs }) => {
      await signedInAs("service-user");
      await page.goto("/account/tokens");
      const dialog = await create(page, "phone");
      await dialog.getByRole("button", { name: "Copy token" }).click();
      await dialog.getByRole("button", { name: "Done" }).click();
      await expect(tokenRow(page, "phone")).toBeVisible();
    });
  });
});

test.describe("a user's API tokens", () => {
  test("are made for them by an admin, and say so", async ({ page, signedInAs, aUser }) => {
    const user = await aUser();
    const admin = await signedInAs("admin");
    await page.goto(`/users/${user.username}/tokens`);
    const dialog = await create(page, "for them");
    await expect(dialog).toContainText(`username=${user.username}`);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Close anyway" }).click();
    await expect(tokenRow(page, "for them")).toContainText(`by ${admin.username}`);
    await page.getByRole("link", { name: "Profile" }).click();
    await expect(page.getByText("1 active")).toBeVisible();
  });

  test("are there to be seen, not changed, by an auditor", async ({
    page,
    signedInAs,
    aUser,
    anAccessToken,
  }) => {
    const user = await aUser();
    await anAccessToken(user, { name: "seen" });
    await signedInAs("auditor");
    await page.goto(`/users/${user.username}/tokens`);
    await expect(tokenRow(page, "seen")).toBeVisible();
    const revokeButton = page.getByRole("button", { name: "Revoke the API token seen" });
    await expect(revokeButton).toHaveAttribute("aria-disabled", "true");
    const createButton = page.getByRole("button", { name: "Create token" });
    await expect(createButton).toHaveAttribute("aria-disabled", "true");
    await createButton.focus();
    await expect(page.getByRole("tooltip")).toContainText("Only");
  });

  test("are not made for a disabled account", async ({ page, signedInAs, aUser }) => {
    const user = await aUser({ isDisabled: true });
    await signedInAs("super-admin");
    await page.goto(`/users/${user.username}/tokens`);
    const createButton = page.getByRole("button", { name: "Create token" });
    await createButton.focus();
    await expect(page.getByRole("tooltip")).toContainText("This account is disabled.");
  });
});

test.describe("the page of all API tokens", () => {
  test("finds the unused ones, of which an admin revokes one", async ({
    page,
    signedInAs,
    aUser,
    anAccessToken,
  }) => {
    const user = await aUser();
    const longAgo = new Date(Date.now() - 100 * DAY_MS);
    await anAccessToken(user, { name: "forgotten", createdAt: longAgo });
    await anAccessToken(user, { name: "busy", createdAt: longAgo, lastUsedAt: new Date() });
    await signedInAs("admin");
    await page.goto(`/tokens?q=${user.username}`);
    await expect(page.getByRole("rowheader", { name: "busy" })).toBeVisible();
    await page.getByRole("button", { name: "State" }).click();
    await page.getByRole("checkbox", { name: "Unused for 90 days" }).check();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/state=unused/);
    await expect(page.getByRole("rowheader", { name: "busy" })).toHaveCount(0);

    await page.reload();
    await page.getByRole("button", { name: `Actions for forgotten of ${user.username}` }).click();
    await page.getByRole("menuitem", { name: "Revoke…" }).click();
    const confirm = page.getByRole("alertdialog", { name: "Revoke “forgotten”?" });
    await expect(confirm).toContainText(user.username);
    await expect(confirm).toContainText("has never been used");
    await confirm.getByRole("button", { name: "Revoke token" }).click();
    await expect(page.getByText("No API tokens match", { exact: true })).toBeVisible();
  });

  test("tells an admin why another admin's token stays", async ({
    page,
    signedInAs,
    aUser,
    anAccessToken,
  }) => {
    const other = await aUser({ role: "admin" });
    await anAccessToken(other, { name: "theirs" });
    await signedInAs("admin");
    await page.goto(`/tokens?q=${other.username}`);
    await page.getByRole("button", { name: /^Actions for theirs/ }).click();
    await page.getByRole("menuitem", { name: "Revoke…" }).click();
    const confirm = page.getByRole("alertdialog");
    await expect(confirm).toContainText("Only the super admin can change other admins.");
    await expect(confirm.getByRole("button", { name: "Revoke token" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  });

  test("tells an auditor why nothing can be revoked", async ({
    page,
    signedInAs,
    aUser,
    anAccessToken,
  }) => {
    const user = await aUser();
    await anAccessToken(user, { name: "seen" });
    await signedInAs("auditor");
    await page.goto(`/tokens?q=${user.username}`);
    await page.getByRole("button", { name: /^Actions for seen/ }).click();
    const revoke = page.getByRole("menuitem", { name: /^Revoke/ });
    await expect(revoke).toHaveAttribute("aria-disabled", "true");
    await expect(page.getByRole("menu")).toContainText("Only");
    await page.getByRole("menuitem", { name: "Open owner" }).click();
    await expect(page).toHaveURL(new RegExp(`/users/${user.username}/tokens$`));
  });

  test("is closed to who may not list tokens", async ({ page, signedInAs }) => {
    await signedInAs("platform-user");
    await page.goto("/tokens");
    await expect(page.getByText("You don't have access to this page")).toBeVisible();
    await expect(page.getByRole("link", { name: "API tokens" })).toHaveCount(0);
  });
});
