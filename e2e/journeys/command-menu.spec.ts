import { randomUUID } from "node:crypto";
import type { Page, Request } from "@playwright/test";
import { expect, test, type TestUser } from "../fixtures";

function aWord(): string {
  return `w${randomUUID().slice(0, 8)}`;
}

function menuOf(page: Page) {
  const dialog = page.getByRole("dialog", { name: "Search or jump to" });
  return {
    dialog,
    field: dialog.getByRole("combobox"),
    option: (name: string | RegExp) => dialog.getByRole("option", { name }),
  };
}

async function open(page: Page) {
  const menu = menuOf(page);
  await page.keyboard.press("Control+k");
  await expect(menu.field).toBeFocused();
  return menu;
}

test.describe("the command menu", () => {
  test("opens by key and leads to a page, without a mouse", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await page.goto("/users");
    const menu = await open(page);
    await page.keyboard.type("aud");
    await expect(menu.option("Audit log")).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/audit$/);
    await expect(menu.dialog).toBeHidden();
    await expect(page.getByRole("main")).toBeFocused();
  });

  test("finds a user among all, by the server, and goes there", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    const word = aWord();
    const user = await aUser({ displayName: `Grace ${word}` });
    await signedInAs("auditor");
    await page.goto("/account");
    const menu = await open(page);
    await page.keyboard.type(`grace ${word}`);
    await expect(menu.option(user.displayName)).toHaveAttribute("aria-selected", "true");
    await expect(menu.dialog.getByRole("status")).toContainText(["1 result"]);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: user.displayName })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/users/${user.username}$`));
  });

  test("says that nothing matches, and what could not be searched", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("auditor");
    await page.goto("/account");
    const menu = await open(page);
    await page.keyboard.type("nothing-has-this-name");
    await expect(menu.dialog.getByText("Nothing matches “nothing-has-this-name”.")).toBeVisible();
    await expect(menu.dialog.getByRole("option")).toHaveCount(0);

    const wrong = { Code: 400, Message: "This cannot be searched for.", Response: null };
    await page.route("**/api/v2/users?*", (route) => route.fulfill({ status: 400, json: wrong }));
    await menu.field.fill("something else");
    await expect(menu.dialog.getByRole("alert")).toContainText("This cannot be searched for.");
    await page.unroute("**/api/v2/users?*");
    await menu.dialog.getByRole("button", { name: "Try again" }).click();
    await expect(menu.dialog.getByText(/Nothing matches/)).toBeVisible();
  });

  test("keeps what it found while it asks again, and drops what is not typed any more", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    const word = aWord();
    const user = await aUser({ displayName: `Ida ${word}` });
    await signedInAs("auditor");
    await page.goto("/account");
    const menu = await open(page);
    await menu.field.fill(word.slice(0, -1));
    await expect(menu.option(user.displayName)).toBeVisible();

    const isAgain = (request: Request) => new URL(request.url()).searchParams.get("q") === word;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/v2/users?*", async (route) => {
      if (isAgain(route.request())) await held;
      await route.continue().catch(() => undefined);
    });
    const asked = page.waitForRequest(isAgain);
    const dropped = page.waitForEvent("requestfailed", isAgain);
    await menu.field.fill(word);
    await asked;
    await expect(menu.option(user.displayName)).toBeVisible();
    await menu.field.fill("nothing-has-this-name");
    await dropped;
    await expect(menu.dialog.getByText(/Nothing matches/)).toBeVisible();
    release();
  });

  test("makes an API token from anywhere, and for the user whose page is open", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    await signedInAs("service-user");
    await page.goto("/account");
    let menu = await open(page);
    await page.keyboard.type("new token");
    await expect(menu.option(/^Create API token/)).toHaveCount(1);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Create an API token" });
    await dialog.getByLabel("Name").fill("from the menu");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Copy the API token now" })).toBeVisible();

    const user = await aUser({ displayName: "Olga" });
    const disabled = await aUser({ displayName: "Otto", isDisabled: true });
    await signedInAs("admin");
    await page.goto(`/users/${user.username}`);
    menu = await open(page);
    await expect(menu.option("Create API token for Olga…")).toBeEnabled();
    await page.goto(`/users/${disabled.username}`);
    menu = await open(page);
    await expect(menu.option(/^Create API token for Otto/)).toContainText("disabled");
  });

  test("does not offer what the actor may never see", async ({ page, signedInAs, aUser }) => {
    const { username } = await aUser();
    await signedInAs("service-user");
    await page.goto("/account");
    const searches: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/v2/users")) searches.push(request.url());
    });
    const menu = await open(page);
    await expect(menu.option("Account: Password")).toBeVisible();
    await expect(menu.option(/^Users|^Audit log|^Add user/)).toHaveCount(0);
    await menu.field.fill(username);
    await expect(menu.dialog.getByText(/Nothing matches/)).toBeVisible();
    expect(searches).toEqual([]);
  });

  test("acts on the user whose page is open, and the focus comes back", async ({
    page,
    signedInAs,
    aUser,
    db,
  }) => {
    const user = await aUser({ displayName: "Emil" });
    await signedInAs("admin");
    await page.goto(`/users/${user.username}`);
    const opener = page.getByRole("link", { name: "Activity" });
    await opener.focus();
    let menu = await open(page);
    await expect(menu.dialog.getByRole("group", { name: "Emil" })).toBeVisible();
    await page.keyboard.type("disable");
    await page.keyboard.press("Enter");
    const question = page.getByRole("alertdialog", { name: "Disable Emil?" });
    await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(opener).toBeFocused();

    menu = await open(page);
    await page.keyboard.type("disable");
    await page.keyboard.press("Enter");
    await question.getByRole("button", { name: "Disable" }).click();
    await expect(page.getByText("Emil is disabled")).toBeVisible();
    expect(await isDisabled(db, user)).toBe(true);

    menu = await open(page);
    await page.keyboard.type("enable");
    await expect(menu.option("Enable")).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Emil is enabled")).toBeVisible();
    expect(await isDisabled(db, user)).toBe(false);
  });

  test("says to an auditor why not, and changes nothing", async ({
    page,
    signedInAs,
    aUser,
    db,
  }) => {
    const user = await aUser();
    await signedInAs("auditor");
    await page.goto(`/users/${user.username}`);
    const menu = await open(page);
    await page.keyboard.type("disable");
    const option = menu.option(/^Disable….*Only super admins and admins can change users\.$/);
    await expect(option).toHaveAttribute("aria-selected", "true");
    await expect(option).toHaveAttribute("aria-disabled", "true");
    await expect(menu.field).toHaveAttribute(
      "aria-activedescendant",
      (await option.getAttribute("id")) ?? "",
    );
    await page.keyboard.press("Enter");
    await expect(menu.dialog.getByRole("status").last()).toContainText("Only super admins");
    // Without force it would be waited for until it is enabled.
    await option.click({ force: true });
    await expect(menu.field).toBeFocused();
    await expect(page.getByRole("alertdialog")).toHaveCount(0);
    expect(await isDisabled(db, user)).toBe(false);
  });

  test("adds a user from any page", async ({ page, signedInAs }) => {
    await signedInAs("super-admin");
    await page.goto("/audit");
    await open(page);
    await page.keyboard.type("create user");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Add a user" })).toBeVisible();
    await expect(page.getByLabel("Username")).toBeFocused();
    await expect(page).toHaveURL(/\/audit$/);
  });

  test("opens while one types, closes by Escape or its key, and gives the focus back", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("auditor");
    await page.goto("/users");
    const search = page.getByRole("searchbox", { name: "Search users" });
    for (const key of ["Escape", "Control+k"]) {
      await search.focus();
      const menu = await open(page);
      await page.keyboard.press(key);
      await expect(menu.dialog).toBeHidden();
      await expect(search).toBeFocused();
    }
  });

  test("leaves an open dialog alone, and stands in the list of shortcuts", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("auditor");
    await page.goto("/account");
    const menu = await open(page);
    await page.keyboard.type("keyboard");
    await page.keyboard.press("Enter");
    const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(list).toContainText("Search or jump toCtrl K");
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
    await expect(menu.dialog).toBeHidden();
  });

  test("changes one's own preferences, and says which theme one has", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("service-user", { theme: "light" });
    await page.goto("/account");
    const menu = await open(page);
    await page.keyboard.type("theme");
    await expect(menu.option(/^Theme: Light.*This is your current theme\.$/)).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await page.keyboard.type(" dark");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await open(page);
    await page.keyboard.type("larger");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveCSS("font-size", "17px");
  });

  test("signs out", async ({ page, signedInAs }) => {
    await signedInAs("service-user");
    await page.goto("/account");
    await open(page);
    await page.keyboard.type("sign out");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test.describe("the command menu on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("fills the screen, and works by touch", async ({ page, signedInAs }) => {
    await signedInAs("auditor", { textSize: 24 });
    await page.goto("/account");
    const button = page.getByRole("button", { name: "Search or jump to…" });
    const menu = menuOf(page);
    await button.tap();
    await expect(menu.field).toBeFocused();
    expect((await menu.dialog.boundingBox())?.width).toBe(390);
    await menu.dialog.getByRole("button", { name: "Close" }).tap();
    await expect(menu.dialog).toBeHidden();
    await expect(button).toBeFocused();

    await button.tap();
    await menu.option("Audit log").tap();
    await expect(page).toHaveURL(/\/audit$/);
  });
});

async function isDisabled(
  db: { query: (sql: string, values: string[]) => Promise<{ rows: unknown[] }> },
  { id }: TestUser,
): Promise<unknown> {
  const { rows } = await db.query(`SELECT "isDisabled" FROM "User" WHERE "id" = $1`, [id]);
  return Object.values(rows[0] ?? {})[0];
}

test.describe("in a browser that keeps nothing", () => {
  test("the keys work, and are switched off until the page is left", async ({
    page,
    signedInAs,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    });
    await signedInAs("admin");
    await page.goto("/users");
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    const keys = list.getByRole("switch");
    await expect(keys).toBeChecked();
    await keys.click();
    await expect(keys).not.toBeChecked();
    await page.keyboard.press("Escape");
    await expect(list).toHaveCount(0);
    await page.keyboard.press("?");
    await expect(list).toHaveCount(0);
  });
});
