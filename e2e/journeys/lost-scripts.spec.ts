import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

const chunks = "**/_next/static/chunks/**";
const lost = "A part of this page did not arrive. Check your connection and try again.";

/** Only what stands in the page's HTML comes; what is loaded later does not. */
async function openWithoutLateScripts(page: Page, path: string) {
  const html = await (await page.request.get(path)).text();
  await page.route(chunks, (route) =>
    html.includes(new URL(route.request().url()).pathname) ? route.continue() : route.abort(),
  );
  await page.goto(path);
}

/** Of a browser that saves data nothing is loaded before it is asked for. */
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", {
      value: { saveData: true },
      configurable: true,
    });
  }),
);

test.describe("a script that does not come", () => {
  test("leaves the page and what was typed, says so, and is asked for anew", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    const user = await aUser({ displayName: "Grace" });
    await signedInAs("admin");
    await page.goto(`/users/${user.username}`);
    const name = page.getByLabel("Display name");
    await name.fill("Grace Hopper");
    await expect(page.locator("form[data-waits]")).toHaveCount(0);
    await page.route(chunks, (route) => route.abort());
    const opener = page.getByRole("button", { name: "Disable…" });
    const notice = page.getByRole("dialog", { name: lost });
    await opener.click();
    await expect(notice).toBeVisible();
    await expect(name).toHaveValue("Grace Hopper");

    await page.keyboard.press("Escape");
    await expect(notice).toBeHidden();
    await expect(opener).toBeFocused();
    await opener.click();
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(notice.getByRole("button", { name: "Try again" })).toHaveAttribute(
      "aria-busy",
      "true",
    );
    await expect(notice.getByRole("button", { name: "Try again" })).not.toHaveAttribute(
      "aria-busy",
    );
    await page.unroute(chunks);
    await notice.getByRole("button", { name: "Try again" }).click();
    const question = page.getByRole("alertdialog", { name: "Disable Grace?" });
    await expect(question).toBeVisible();
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(opener).toBeFocused();
    await expect(name).toHaveValue("Grace Hopper");
  });

  test("is asked for anew by the next use", async ({ page, signedInAs, aUser }) => {
    const user = await aUser({ displayName: "Grace" });
    await signedInAs("admin");
    await page.goto(`/users/${user.username}`);
    await page.route(chunks, (route) => route.abort());
    await page.getByRole("button", { name: "Disable…" }).click();
    const notice = page.getByRole("dialog", { name: lost });
    await notice.getByRole("button", { name: "Close" }).click();
    await page.unroute(chunks);
    await page.getByRole("button", { name: "Disable…" }).click();
    await expect(page.getByRole("alertdialog", { name: "Disable Grace?" })).toBeVisible();
    await expect(notice).toBeHidden();
  });

  test("is tried again without a word when it comes then", async ({ page, signedInAs, aUser }) => {
    const user = await aUser({ displayName: "Grace" });
    await signedInAs("admin");
    await page.goto(`/users/${user.username}`);
    // The bundler's runtime tries twice by itself.
    await page.route(chunks, (route) => route.abort(), { times: 2 });
    await page.getByRole("button", { name: "Disable…" }).click();
    await expect(page.getByRole("alertdialog", { name: "Disable Grace?" })).toBeVisible();
  });

  test("of the sign-in leaves the form, and the next try works", async ({ page, aUser }) => {
    const { username } = await aUser({ role: "service-user" });
    await openWithoutLateScripts(page, "/sign-in");
    await page.getByLabel("Username").fill(username);
    await page.getByLabel("Password", { exact: true }).fill("correct horse battery staple");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: lost })).toBeVisible();
    await expect(page.getByLabel("Username")).toHaveValue(username);
    await page.unroute(chunks);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/account$/);
  });

  test("because the server was updated is not asked for again: the page is", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    const user = await aUser({ displayName: "Grace" });
    await signedInAs("admin");
    await page.goto(`/users/${user.username}`);
    await page.route(chunks, (route) => route.fulfill({ status: 404 }));
    await page.getByRole("button", { name: "Disable…" }).click();
    const notice = page.getByRole("dialog", { name: /^The server was updated/ });
    await expect(notice).toBeVisible();
    await page.unroute(chunks);
    const loaded = page.waitForEvent("load");
    await notice.getByRole("button", { name: "Reload" }).click();
    await loaded;
    await page.getByRole("button", { name: "Disable…" }).click();
    await expect(page.getByRole("alertdialog", { name: "Disable Grace?" })).toBeVisible();
  });
});

test.describe("a script that does not come for what the server has drawn", () => {
  // React says that it puts something else there.
  test.use({ expectedConsole: [/Minified React error #418/] });

  test("of a list stands in the list's place, and the menu and its key live on", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("auditor");
    await openWithoutLateScripts(page, "/users");
    const main = page.getByRole("main");
    await expect(main.getByRole("alert")).toContainText(lost);
    await expect(main.getByRole("heading", { name: "Users" })).toBeVisible();
    await page.keyboard.press("Control+k");
    const notice = page.getByRole("dialog", { name: lost });
    await notice.getByRole("button", { name: "Close" }).click();
    await expect(notice).toBeHidden();

    await page.unroute(chunks);
    await page.keyboard.press("Control+k");
    const menu = page.getByRole("dialog", { name: "Search or jump to" });
    await expect(menu.getByRole("combobox")).toBeFocused();
    await page.keyboard.press("Escape");
    await main.getByRole("button", { name: "Try again" }).click();
    await expect(main.getByRole("table")).toBeVisible();
    await expect(main.getByRole("alert")).toHaveCount(0);
  });
});

test.describe("a page that has come to rest", () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", {
        value: { saveData: false },
        configurable: true,
      });
    }),
  );

  test("has what is opened first", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    const loaded = page.waitForResponse(
      async (response) =>
        response.url().includes("/chunks/") &&
        (await response.text()).includes("An e-mail address or a short name."),
    );
    await page.goto("/users");
    await loaded;
    await page.route(chunks, (route) => route.abort());
    await page.keyboard.press("n");
    await expect(page.getByRole("dialog", { name: "Add a user" })).toBeVisible();
  });
});
