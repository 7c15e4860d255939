import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

/** A word that only the users of one test have in their names. */
function aWord(): string {
  return `w${randomUUID().slice(0, 8)}`;
}

function rowOf(page: Page, name: string) {
  return page.getByRole("row").filter({ hasText: name });
}

async function search(page: Page, term: string) {
  await page.getByRole("searchbox", { name: "Search users" }).fill(term);
  await expect(page).toHaveURL(new RegExp(`q=${term}`));
}

async function selectAllRows(page: Page) {
  await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
  await expect(page.getByRole("toolbar", { name: "Selected users" })).toBeVisible();
}

test.describe("the users page", () => {
  test("creates a user, finds it, and deletes it", async ({ page, signedInAs }) => {
    await signedInAs("super-admin");
    const word = aWord();
    await page.goto("/users");
    await page.getByRole("button", { name: /Add user/ }).click();
    const dialog = page.getByRole("dialog", { name: "Add a user" });
    await dialog.getByLabel("Username").fill(`${word}@example.com`);
    await dialog.getByLabel("Display name").fill("Nora Lind");
    await dialog.getByLabel("Password", { exact: true }).fill("a password of hers");
    await dialog.getByRole("button", { name: "Add user" }).click();
    const made = page.getByRole("dialog", { name: "Nora Lind was added" });
    await made.getByRole("button", { name: "Copy all" }).click();
    await made.getByRole("button", { name: "Done" }).click();
    await expect(made).toBeHidden();
    await expect(page.getByText("Nora Lind was added")).toBeVisible();

    await search(page, word);
    await expect(rowOf(page, word)).toBeVisible();
    await rowOf(page, word)
      .getByRole("button", { name: /Actions/ })
      .click();
    await page.getByRole("menuitem", { name: /Delete/ }).click();
    const confirm = page.getByRole("alertdialog").or(page.getByRole("dialog"));
    await expect(confirm).toContainText("Nora Lind");
    await confirm.getByRole("button", { name: /^Delete/ }).click();
    await expect(page.getByText(/No users match/i).first()).toBeVisible();
  });

  test("shows the server's word at the field it is about", async ({ page, signedInAs, aUser }) => {
    const { username } = await aUser();
    await signedInAs("super-admin");
    await page.goto("/users");
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: "Add a user" });
    await dialog.getByLabel("Username").fill(username);
    await dialog.getByLabel("Password", { exact: true }).fill("a password of theirs");
    await dialog.getByRole("button", { name: "Add user" }).click();
    await expect(dialog.getByText(/is taken/)).toBeVisible();
    await expect(dialog.getByLabel("Username")).toBeFocused();
  });

  test("keeps search, filters, order and page in the address", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    const word = aWord();
    await aUser({ displayName: `${word} one` });
    await aUser({ displayName: `${word} two`, isDisabled: true });
    await signedInAs("auditor");
    await page.goto("/users");
    await search(page, word);
    await page.getByRole("button", { name: "Status" }).click();
    await page.getByRole("checkbox", { name: "Disabled" }).check();
    await page.keyboard.press("Escape");
    await expect(page.getByText(`${word} one`)).toHaveCount(0);
    await page.reload();
    await expect(page.getByText(`${word} two`)).toBeVisible();
    await expect(page.getByText(`${word} one`)).toHaveCount(0);
    await expect(page.getByRole("searchbox", { name: "Search users" })).toHaveValue(word);
  });

  test("previews what a bulk action skips and why, does it, and says it without another dialog", async ({
    page,
    signedInAs,
    aUser,
    db,
  }) => {
    const word = aWord();
    const one = await aUser({ displayName: `${word} one` });
    await aUser({ displayName: `${word} boss`, role: "admin" });
    await signedInAs("admin");
    await page.goto(`/users?q=${word}`);
    await expect(rowOf(page, `${word} one`)).toBeVisible();
    await selectAllRows(page);
    const bar = page.getByRole("toolbar", { name: "Selected users" });
    await expect(bar).toContainText("2");
    await bar.getByRole("button", { name: "Disable" }).click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText("Only the super admin can change other admins.");
    await dialog.getByRole("button", { name: /^Disable/ }).click();
    await expect(page.getByText("1 user disabled")).toBeVisible();
    await expect(dialog).toHaveCount(0);
    const { rows } = await db.query<{ isDisabled: boolean }>(
      `SELECT "isDisabled" FROM "User" WHERE "id" = $1`,
      [one.id],
    );
    expect(rows).toEqual([{ isDisabled: true }]);
  });

  test("asks by name, and only about those whom a bulk action changes", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    const word = aWord();
    await aUser({ displayName: `${word} on` });
    await aUser({ displayName: `${word} off`, isDisabled: true });
    await signedInAs("super-admin");
    await page.goto(`/users?q=${word}`);
    await expect(rowOf(page, `${word} on`)).toBeVisible();
    await selectAllRows(page);
    await page
      .getByRole("toolbar", { name: "Selected users" })
      .getByRole("button", { name: "Enable" })
      .click();
    const dialog = page.getByRole("alertdialog", { name: "Enable 1 user?" });
    await expect(dialog.getByRole("region", { name: "1 user will be enabled" })).toContainText(
      `${word} off`,
    );
    await expect(dialog.getByRole("region", { name: "1 user already enabled" })).toContainText(
      `${word} on`,
    );
    await dialog.getByRole("button", { name: "Enable 1 user" }).click();
    await expect(page.getByText("1 user enabled")).toBeVisible();
  });

  test("keeps a selection across pages", async ({ page, signedInAs, aUser }) => {
    const word = aWord();
    await Promise.all(
      Array.from({ length: 30 }, (_, index) => aUser({ displayName: `${word} ${String(index)}` })),
    );
    await signedInAs("super-admin");
    await page.goto(`/users?q=${word}&per_page=25`);
    const bar = page.getByRole("toolbar", { name: "Selected users" });
    await selectAllRows(page);
    await expect(bar).toContainText("25 selected");
    await page.getByRole("button", { name: "Next page" }).click();
    await expect(page).toHaveURL(/page=2/);
    await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
    await expect(bar).toContainText("30 selected");
  });

  test("says to an auditor why nothing can be changed", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await page.goto("/users");
    const add = page.getByRole("button", { name: /Add user/ });
    await expect(add).toHaveAttribute("aria-disabled", "true");
    await add.focus();
    await expect(page.getByRole("tooltip")).toContainText("Only");
  });

  test("is closed to who may not list users", async ({ page, signedInAs }) => {
    await signedInAs("platform-user");
    await page.goto("/users");
    await expect(page.getByText("You don't have access to this page")).toBeVisible();
  });

  test("focuses the search with / and lists the shortcuts with ?", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await page.goto("/users");
    await expect(page.getByRole("heading", { name: "Users" })).toBeVisible();
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search users" })).toBeFocused();
    await page.keyboard.press("Escape");
    await page.locator("h1").click();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  });

  test("says aloud that a page is past the end of the list", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await page.goto("/users?page=9000");
    await expect(
      page.getByRole("status").filter({ hasText: "There is no page 9,000." }),
    ).toHaveCount(1);
  });

  test("says a group whole that a small card shortens", async ({ page, signedInAs }) => {
    const { username } = await signedInAs("admin", { textSize: 24 });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/users?q=${username}`);
    await expect(rowOf(page, username).getByTitle("All Networks Admin Group")).toBeVisible();
  });
});

test.describe("a user's page", () => {
  test("stands still while its form comes to life", async ({
    page,
    context,
    browser,
    baseURL,
    signedInAs,
    aUser,
  }) => {
    const { username } = await aUser();
    await signedInAs("admin");
    const storageState = await context.storageState();
    const lifeless = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false });
    const before = await lifeless.newPage();
    const places: (number | undefined)[] = [];
    for (const shown of [before, page]) {
      await shown.goto(`/users/${username}`);
      const place = await shown.getByRole("heading", { name: "Password" }).boundingBox();
      places.push(place?.y);
    }
    const [waiting = 0, come = 100] = places;
    expect(Math.abs(waiting - come), "pixels that the page moves by").toBeLessThanOrEqual(1);
    await lifeless.close();
  });

  test("marks its tab however the address writes the name", async ({ page, signedInAs, aUser }) => {
    const { username } = await aUser({ username: `${aWord()}@example.com` });
    await signedInAs("auditor");
    for (const name of [username, username.toUpperCase(), encodeURIComponent(username)]) {
      await page.goto(`/users/${name}/tokens`);
      await expect(page.getByRole("main").locator("[aria-current=page]")).toHaveText("API tokens");
    }
  });

  test("never overwrites somebody else's change silently", async ({
    page,
    signedInAs,
    aUser,
    db,
  }) => {
    const user = await aUser({ displayName: "Before" });
    await signedInAs("super-admin");
    await page.goto(`/users/${user.username}`);
    const name = page.getByLabel("Display name");
    await expect(name).toHaveValue("Before");
    await db.query(
      `UPDATE "User" SET "displayName" = 'Theirs', "version" = "version" + 1 WHERE "id" = $1`,
      [user.id],
    );
    await name.fill("Mine");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Someone changed this user while you were editing")).toBeVisible();
    await expect(page.getByText("Theirs").first()).toBeVisible();
    await expect(name).toHaveValue("Mine");
    await page.getByRole("button", { name: "Overwrite" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Mine" })).toBeVisible();
  });

  test("disables and enables, and tells it in the activity", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    const user = await aUser({ displayName: "Emil" });
    await signedInAs("super-admin");
    await page.goto(`/users/${user.username}`);
    await page.getByRole("button", { name: "Disable…" }).click();
    await page
      .getByRole("alertdialog")
      .or(page.getByRole("dialog"))
      .getByRole("button", { name: /^Disable/ })
      .click();
    await expect(page.getByRole("button", { name: "Enable" })).toBeVisible();
    await page.getByRole("link", { name: "Activity" }).click();
    const entry = page.getByRole("list", { name: "Audit entries" }).getByRole("listitem").first();
    await expect(entry).toContainText("disabled Emil");
    await entry.getByRole("button").click();
    await expect(entry.getByText(`Emil (${user.username})`)).toBeVisible();
  });

  test("lists sessions and ends one", async ({ page, signedInAs, aUser, request }) => {
    const user = await aUser();
    await request.post("/api/users/adm/authenticate", {
      data: { username: user.username, password: "correct horse battery staple" },
    });
    await signedInAs("super-admin");
    await page.goto(`/users/${user.username}/sessions`);
    await page.getByRole("button", { name: /^End session/ }).click();
    await expect(page.getByRole("button", { name: /^End session/ })).toHaveCount(0);
  });

  test("is not found for a name that nobody has", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    const answer = await page.goto("/users/nobody-has-this-name");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/no|There is/i);
  });
});

test.describe("a new role", () => {
  test("is asked about, naming the tokens that go, and then said", async ({
    page,
    signedInAs,
    aUser,
    anAccessToken,
    db,
  }) => {
    const user = await aUser({ role: "platform-user", displayName: "Grace" });
    await anAccessToken(user);
    await signedInAs("admin");
    await page.goto(`/users/${user.username}`);
    await page.getByLabel("Role").selectOption({ label: "Auditor" });
    const save = page.getByRole("button", { name: "Save", exact: true });
    await save.click();
    const question = page.getByRole("alertdialog", { name: "Change the role of Grace?" });
    await expect(question).toContainText("Platform user");
    await expect(question).toContainText("1 API token of this user is revoked");
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(save).toBeFocused();
    const roles = () => db.query(`SELECT "platformRoleId" FROM "User" WHERE "id" = $1`, [user.id]);
    expect((await roles()).rows).toEqual([{ platformRoleId: "platform-user" }]);

    await save.click();
    await question.getByRole("button", { name: "Change role" }).click();
    await expect(page.getByText("Role saved")).toBeVisible();
    expect((await roles()).rows).toEqual([{ platformRoleId: "auditor" }]);
  });
});
