import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures";

/** A word that only the addresses of one test have. */
function aWord(): string {
  return `w${randomUUID().slice(0, 8)}`;
}

function rowOf(page: Page, text: string): Locator {
  return page.getByRole("row").filter({ hasText: text });
}

async function choose(page: Page, text: string, action: string) {
  await rowOf(page, text)
    .getByRole("button", { name: /Actions/ })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

test.describe("pending users", () => {
  test("are approved with role and groups, one of them", async ({
    page,
    db,
    signedInAs,
    aPendingUser,
    aGroup,
  }) => {
    const word = aWord();
    const group = await aGroup();
    const { username } = await aPendingUser({
      username: `grace-${word}@example.com`,
      displayName: `Grace ${word}`,
    });
    await signedInAs("admin");
    await page.goto("/pending-users");
    await page.getByRole("searchbox", { name: "Search pending users" }).fill(word.toUpperCase());
    await expect(rowOf(page, username)).toContainText("google");
    await choose(page, username, "Approve…");
    const dialog = page.getByRole("dialog", { name: `Approve ${username}` });
    const role = dialog.getByRole("combobox", { name: "Role" });
    await expect(role.getByRole("option", { name: /^Admin/ })).toBeDisabled();
    await role.selectOption("platform-user");
    await dialog.getByRole("combobox", { name: "Groups" }).fill(group.name);
    await page.getByRole("option", { name: group.name }).click();
    await dialog.getByRole("button", { name: "Approve" }).click();
    await expect(page.getByText("1 person approved")).toBeVisible();
    await expect(rowOf(page, username)).toHaveCount(0);
    const { rows } = await db.query(
      `SELECT u."platformRoleId" AS role, u."authType" AS type, m."groupId" AS "group", i."provider"
       FROM "User" u JOIN "GroupMember" m ON m."userId" = u."id" JOIN "Identity" i ON i."userId" = u."id"
       WHERE u."username" = $1`,
      [username],
    );
    expect(rows).toEqual([
      { role: "platform-user", type: "oauth", group: group.id, provider: "google" },
    ]);
    await page.goto(`/users/${username}`);
    await expect(page.getByRole("heading", { level: 1, name: `Grace ${word}` })).toBeVisible();
  });

  test("are approved, many at once, and who was dealt with meanwhile is named", async ({
    page,
    db,
    signedInAs,
    aPendingUser,
  }) => {
    const word = aWord();
    const names = [];
    for (const name of ["a", "b", "c"]) {
      names.push((await aPendingUser({ username: `${name}-${word}@example.com` })).username);
    }
    await signedInAs("super-admin");
    await page.goto(`/pending-users?q=${word}`);
    for (const name of names) await page.getByRole("checkbox", { name }).check();
    await db.query(`DELETE FROM "PendingUser" WHERE "username" = $1`, [names[1]]);
    await page.getByRole("button", { name: "Approve…" }).click();
    const dialog = page.getByRole("dialog", { name: "Approve 3 people" });
    await expect(dialog.getByRole("listitem")).toHaveText(names);
    await dialog.getByRole("button", { name: "Approve 3 people" }).click();
    const outcome = page.getByRole("dialog", { name: "2 people approved" });
    await expect(outcome).toContainText(`There is no pending user "${names[1] ?? ""}".`);
    await outcome.getByRole("button", { name: "Close" }).last().click();
    await expect(page.getByText("No pending users match", { exact: true })).toBeVisible();
    const { rowCount } = await db.query(`SELECT 1 FROM "User" WHERE "username" = ANY($1)`, [names]);
    expect(rowCount).toBe(2);
  });

  test("are rejected with a reason, which the audit log keeps", async ({
    page,
    db,
    signedInAs,
    aPendingUser,
  }) => {
    const { username } = await aPendingUser();
    await signedInAs("admin");
    await page.goto(`/pending-users?q=${username}`);
    await choose(page, username, "Reject…");
    const dialog = page.getByRole("dialog", { name: `Reject ${username}?` });
    await expect(dialog).toContainText("This server sends no mail");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Not with us\nany more");
    await dialog.getByRole("button", { name: "Reject" }).click();
    await expect(page.getByText("1 person rejected")).toBeVisible();
    await expect(rowOf(page, username)).toHaveCount(0);
    const { rows } = await db.query(
      `SELECT "after" FROM "AuditEntry" WHERE "verb" = 'pending-user.reject' AND "target" = $1`,
      [username],
    );
    expect(rows).toEqual([{ after: { reason: "Not with us any more" } }]);
  });

  test("say when an invite has let them in meanwhile", async ({
    page,
    signedInAs,
    aPendingUser,
    aUser,
  }) => {
    const { username } = await aPendingUser();
    await signedInAs("admin");
    await page.goto(`/pending-users?q=${username}`);
    await choose(page, username, "Approve…");
    await aUser({ username });
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Approve" }).click();
    await expect(dialog.getByRole("alert")).toContainText("is taken");
  });

  test("are seen by an auditor, who is told why nothing can be done", async ({
    page,
    signedInAs,
    aPendingUser,
  }) => {
    const { username } = await aPendingUser();
    await signedInAs("auditor");
    await page.goto(`/pending-users?q=${username}`);
    await expect(page.getByRole("checkbox", { name: username })).toHaveCount(0);
    await rowOf(page, username)
      .getByRole("button", { name: /Actions/ })
      .click();
    const item = page.getByRole("menuitem", { name: /^Approve…/ });
    await expect(item).toContainText("Only super admins and admins can let pending users in");
    await expect(item).toHaveAttribute("aria-disabled", "true");
  });

  test("are no page of anybody else's, nor in their navigation", async ({ page, signedInAs }) => {
    await signedInAs("platform-user");
    await page.goto("/pending-users");
    await expect(page.getByText("You don't have access to this page")).toBeVisible();
    await expect(page.getByRole("link", { name: "Pending users" })).toHaveCount(0);
  });
});

test.describe("all pending users", () => {
  test("are rejected once that is typed; then the page says who would wait, and what lets them", async ({
    page,
    signedInAs,
    aPendingUser,
  }) => {
    const { username } = await aPendingUser();
    const answer = (Response: unknown) => ({ json: { Code: 200, Message: "OK", Response } });
    let calls = 0;
    // Those of other tests stay.
    await page.route("**/api/users_pending", (route) => {
      calls += 1;
      return route.fulfill(answer(null));
    });
    await page.route("**/api/v2/users_pending?*", (route) =>
      calls === 0
        ? route.continue()
        : route.fulfill(answer({ data: [], page: 1, per_page: 50, total: 0, total_pages: 0 })),
    );
    await signedInAs("super-admin");
    await page.goto("/pending-users?per_page=200");
    await expect(rowOf(page, username)).toBeVisible();
    await page.getByRole("button", { name: "More for all pending users" }).click();
    await page.getByRole("menuitem", { name: "Reject all…" }).click();
    const dialog = page.getByRole("alertdialog", { name: "Reject all pending users?" });
    await dialog.getByRole("button", { name: "Reject all" }).click({ force: true });
    expect(calls).toBe(0);
    await dialog.getByLabel("Type reject all to confirm").fill("reject all");
    await dialog.getByRole("button", { name: "Reject all" }).click();
    await expect(page.getByText("All pending users were rejected")).toBeVisible();
    expect(calls).toBe(1);
    await expect(page.getByText("Nobody waits", { exact: true })).toBeVisible();
    await expect(page.getByText("neither an account nor an invite waits here")).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Server settings" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Server settings" })).toBeVisible();
  });
});
