import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

const LIGHT = "rgb(251, 251, 250)";
const DARK = "rgb(14, 16, 16)";

/** How the page looks to whoever sits before it. */
function lookOf(page: Page) {
  return page.evaluate(() => {
    const { backgroundColor, fontSize } = getComputedStyle(document.documentElement);
    const frame = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
      .filter(({ media }) => matchMedia(media).matches)
      .map(({ content }) => content);
    return { background: backgroundColor, textSize: fontSize, frame };
  });
}

async function expectDark(page: Page) {
  await expect(page.locator("html")).toHaveCSS("background-color", DARK);
}

async function expectLight(page: Page) {
  await expect(page.locator("html")).toHaveCSS("background-color", LIGHT);
}

async function expectTextSize(page: Page, pixels: number) {
  await expect(page.locator("html")).toHaveCSS("font-size", `${String(pixels)}px`);
}

/** Waits until a change is on the server. */
function saved(page: Page) {
  return page.waitForResponse(
    (response) =>
      response.request().method() === "PUT" &&
      response.url().endsWith("/settings") &&
      response.ok(),
  );
}

async function choose(page: Page, theme: "System" | "Light" | "Dark") {
  const done = saved(page);
  await page.getByRole("radio", { name: theme }).check();
  await done;
}

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false, colorScheme: "light" });

  test("the first paint has theme, text size and the browser's frame", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("auditor", { theme: "dark", textSize: 20 });
    for (const path of ["/users", "/account/preferences"]) {
      await page.goto(path);
      expect(await lookOf(page)).toEqual({
        background: DARK,
        textSize: "20px",
        frame: ["#0e1010"],
      });
    }
  });

  test("a signed-out page follows the system, whoever was signed in before", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("auditor", { theme: "dark", textSize: 24 });
    await page.goto("about:blank");
    await page.context().clearCookies();
    await page.goto("/sign-in");
    expect(await lookOf(page)).toEqual({ background: LIGHT, textSize: "16px", frame: ["#fbfbfa"] });
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await lookOf(page)).toEqual({ background: DARK, textSize: "16px", frame: ["#0e1010"] });
  });
});

test.describe("the theme", () => {
  test.use({ colorScheme: "light" });

  test("applies at once, on other pages, after a reload and on a second device", async ({
    page,
    signedInAs,
    browser,
  }) => {
    await signedInAs("auditor");
    await page.goto("/account/preferences");
    await choose(page, "Dark");
    expect((await lookOf(page)).background).toBe(DARK);
    expect((await lookOf(page)).frame).toEqual(["#0e1010"]);

    await page.getByRole("link", { name: "Users", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeVisible();
    expect((await lookOf(page)).background).toBe(DARK);
    expect((await lookOf(page)).frame).toEqual(["#0e1010"]);
    await page.reload();
    expect((await lookOf(page)).background).toBe(DARK);

    const storageState = await page.context().storageState();
    const device = await browser.newContext({ storageState, colorScheme: "light" });
    const second = await device.newPage();
    await second.goto("/account/preferences");
    await expectDark(second);
    await expect(second.getByRole("radio", { name: "Dark" })).toBeChecked();
    await device.close();
  });

  test("reaches every other tab at once", async ({ page, signedInAs, context }) => {
    await signedInAs("auditor");
    await page.goto("/account/preferences");
    const second = await context.newPage();
    await second.goto("/account/preferences");
    await page.getByRole("radio", { name: "Dark" }).check();
    await expectDark(second);
    await expect(second.getByRole("radio", { name: "Dark" })).toBeChecked();
    await second.getByRole("button", { name: "Larger text" }).click();
    await expectTextSize(page, 17);
    await expectDark(page);
  });

  test("of the system follows it while the page is open, a chosen one does not", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("auditor");
    await page.goto("/account/preferences");
    await expectLight(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectDark(page);
    await choose(page, "Light");
    expect(await lookOf(page)).toMatchObject({ background: LIGHT, frame: ["#fbfbfa"] });
    await choose(page, "System");
    expect(await lookOf(page)).toMatchObject({ background: DARK, frame: ["#0e1010"] });
    await page.emulateMedia({ colorScheme: "light" });
    expect(await lookOf(page)).toMatchObject({ background: LIGHT, frame: ["#fbfbfa"] });
  });

  test("ends with the session", async ({ page, signedInAs }) => {
    await signedInAs("auditor", { theme: "dark", textSize: 20, displayName: "Jun Park" });
    await page.goto("/account/preferences");
    await expectDark(page);
    await page.getByRole("button", { name: "Jun Park" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await expectLight(page);
    await expectTextSize(page, 16);
  });

  test("shows what each one looks like, whatever the page's is", async ({ page, signedInAs }) => {
    await signedInAs("auditor", { theme: "light" });
    await page.goto("/account/preferences");
    const tile = page.locator("label", { has: page.getByRole("radio", { name: "Dark" }) });
    await expect(tile.locator("[data-theme=dark]")).toHaveCSS("background-color", DARK);
  });

  test("is taken back, with a message, when it cannot be saved", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await page.goto("/account/preferences");
    const second = await page.context().newPage();
    await second.goto("/users");
    await page.route("**/settings", (route) => route.abort());
    await page.getByRole("radio", { name: "Dark" }).check();
    await expect(page.getByText("Your preferences were not saved")).toBeVisible();
    await expect(page.getByText("The server cannot be reached")).toBeVisible();
    await expect(page.getByRole("radio", { name: "System" })).toBeChecked();
    await expectLight(page);
    await expectLight(second);
  });
});

test.describe("the text size", () => {
  test("is set by keyboard alone, exactly, and resets", async ({ page, signedInAs }) => {
    await signedInAs("service-user");
    await page.goto("/account/preferences");
    const slider = page.getByRole("slider", { name: "Text size" });
    await slider.focus();
    await page.keyboard.press("End");
    await expectTextSize(page, 24);
    await page.keyboard.press("ArrowLeft");
    await expectTextSize(page, 23);
    await page.keyboard.press("Home");
    await expectTextSize(page, 12);
    await expect(page.getByText("12 px")).toBeVisible();
    await page.getByRole("button", { name: "Larger text" }).press("Enter");
    await expectTextSize(page, 13);
    const reset = page.getByRole("button", { name: "Reset to 16" });
    const done = saved(page);
    await reset.press("Enter");
    await expectTextSize(page, 16);
    await expect(reset).toBeFocused();
    await done;
  });

  test("does not move the page while the slider is held", async ({ page, signedInAs }) => {
    await signedInAs("service-user");
    await page.goto("/account/preferences");
    const slider = page.getByRole("slider", { name: "Text size" });
    const box = await slider.boundingBox();
    if (!box) throw new Error("The slider is not to be seen.");
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width / 3, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, y, { steps: 5 });
    await expect(page.getByText("24 px")).toBeVisible();
    await expectTextSize(page, 16);
    await page.mouse.up();
    await expectTextSize(page, 24);
  });

  test("saves many quick changes as one", async ({ page, signedInAs, db }) => {
    const { id } = await signedInAs("service-user");
    await page.goto("/account/preferences");
    const bodies: unknown[] = [];
    await page.route("**/settings", async (route) => {
      if (route.request().method() === "PUT") bodies.push(route.request().postDataJSON());
      await route.continue();
    });
    const larger = page.getByRole("button", { name: "Larger text" });
    // In the page, so that a slow machine presses quickly too.
    await larger.evaluate(async (button: HTMLElement) => {
      for (let count = 0; count < 6; count += 1) {
        button.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
    await expectTextSize(page, 22);
    await expect
      .poll(async () => {
        const { rows } = await db.query<{ size: string }>(
          `SELECT "textSize" AS size FROM "UserSettings" WHERE "userId" = $1`,
          [id],
        );
        return rows[0]?.size;
      })
      .toBe("22");
    expect(bodies).toEqual([{ text_size: "22" }]);
    await expectTextSize(page, 22);
  });
});

test.describe("reduced motion", () => {
  /** The longest time that anything on the page takes to move, in seconds, but for what says "working". */
  function longestMotion(page: Page) {
    return page.evaluate(() => {
      const seconds = (list: string) => list.split(",").map((each) => Number.parseFloat(each));
      const times = [...document.querySelectorAll("*")].flatMap((element) => {
        const style = getComputedStyle(element);
        return seconds(`${style.transitionDuration},${style.animationDuration}`);
      });
      return Math.max(...times);
    });
  }

  async function openDialog(page: Page) {
    await page.goto("/users");
    await page.getByRole("button", { name: /Add user/ }).click();
    await expect(page.getByRole("dialog", { name: "Add a user" })).toBeVisible();
  }

  test("moves when nobody asks for less", async ({ page, signedInAs }) => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await signedInAs("admin");
    await openDialog(page);
    expect(await longestMotion(page)).toBeGreaterThan(0.1);
  });

  test("stops every movement when it is chosen, at once and after a reload", async ({
    page,
    signedInAs,
  }) => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await signedInAs("admin");
    await page.goto("/account/preferences");
    const done = saved(page);
    await page.getByRole("switch", { name: "Reduce motion" }).check();
    await done;
    expect(await longestMotion(page)).toBeLessThan(0.001);
    await openDialog(page);
    expect(await longestMotion(page)).toBeLessThan(0.001);
  });

  test("stops every movement when only the system asks, and says so", async ({
    page,
    signedInAs,
  }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await signedInAs("admin");
    await openDialog(page);
    expect(await longestMotion(page)).toBeLessThan(0.001);
    await page.goto("/account/preferences");
    await expect(page.getByText("Your device already asks for less motion")).toBeVisible();
    await expect(page.getByRole("switch", { name: "Reduce motion" })).not.toBeChecked();
  });
});
