import { randomUUID } from "node:crypto";
import { expect, PASSWORD, test } from "../fixtures";

test.describe("one's own account", () => {
  test("changes the display name, also of a service user", async ({ page, signedInAs }) => {
    await signedInAs("service-user", { displayName: "Old" });
    await page.goto("/account");
    await page.getByLabel("Display name").fill("New");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Display name saved")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Display name")).toHaveValue("New");
  });

  test("asks who one is before a new password, and goes on by itself", async ({
    page,
    signedInAs,
    request,
  }) => {
    const { username } = await signedInAs("platform-user");
    await page.goto("/account/password");
    await page.getByLabel("New password").fill("another long password");
    await page.getByRole("button", { name: "Change password" }).click();
    const check = page.getByRole("dialog");
    await check.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await check.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByText("Password changed")).toBeVisible();
    const answer = await request.post("/api/users/adm/authenticate", {
      data: { username, password: "another long password" },
    });
    expect(answer.status()).toBe(200);
  });

  test("shows this session and signs out everywhere", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await page.goto("/account/sessions");
    await expect(page.getByText("This session")).toBeVisible();
    await page.getByRole("button", { name: "Sign out everywhere…" }).click();
    await page
      .getByRole("alertdialog")
      .or(page.getByRole("dialog"))
      .getByRole("button", { name: "Sign out everywhere" })
      .click();
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test.describe("the audit log", () => {
  test("filters, opens an entry and exports what is selected", async ({
    page,
    signedInAs,
    aUser,
    db,
  }) => {
    const user = await aUser({ displayName: "Before" });
    await signedInAs("super-admin");
    await page.goto(`/users/${user.username}`);
    await page.getByLabel("Display name").fill("After");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "After" })).toBeVisible();
    const { rowCount } = await db.query(`SELECT 1 FROM "AuditEntry" WHERE "target" = $1`, [
      user.username,
    ]);
    expect(rowCount).toBe(1);

    await page.goto(`/audit?target=${user.username}`);
    const list = page.getByRole("list", { name: "Audit entries" });
    await list.getByRole("button").first().click();
    await expect(list).toContainText("Before");
    await expect(list).toContainText("After");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  });

  test("suggests whose entries to show, and takes the name of who is gone", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    const user = await aUser({ displayName: `Audited ${randomUUID().slice(0, 8)}` });
    await signedInAs("auditor");
    await page.goto("/audit");
    await page.getByRole("button", { name: "Actor" }).click();
    const field = page.getByRole("combobox", { name: "Search Actor" });
    await field.fill(user.displayName);
    const found = page.getByRole("option", { name: `${user.username} ${user.displayName}` });
    await expect(found).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`actor=${user.username}$`));
    await expect(field).toHaveCount(0);

    await page.getByRole("button", { name: `Actor: ${user.username}` }).click();
    // What was chosen stands first, however many others there are.
    const chosen = page.getByRole("listbox").getByRole("option").first();
    await expect(chosen).toContainText(user.username);
    await expect(chosen).toHaveAttribute("aria-selected", "true");
    await field.fill("nobody-any-more");
    await expect(page.getByRole("listbox").getByRole("option")).toHaveText(
      "Exactly “nobody-any-more”",
    );
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/actor=nobody-any-more$/);
    await page.getByRole("button", { name: "Clear Actor filter" }).click();
    await expect(page).toHaveURL(/\/audit$/);
  });

  test("is closed to who may read only their own entries", async ({ page, signedInAs }) => {
    await signedInAs("service-user");
    await page.goto("/audit");
    await expect(page.getByText("You don't have access to this page")).toBeVisible();
  });
});

test.describe("the documentation", () => {
  test("is readable without signing in, from our own files", async ({ page }) => {
    await page.goto("/docs");
    await expect(page.getByText("/api/users/{username}").first()).toBeVisible();
    await page.getByRole("link", { name: "Sign in with a password" }).click();
    await expect(page.getByRole("heading", { name: "Sign in with a password" })).toBeInViewport();
  });
});
