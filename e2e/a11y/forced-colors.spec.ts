import type { Locator, Page } from "@playwright/test";
import { openGallery } from "../gallery/open-gallery";
import { expect, test } from "../fixtures";

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
});

/** How something looks, with nothing focused or under the pointer. */
async function lookOf(page: Page, part: Locator): Promise<string> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  return (await part.screenshot({ animations: "disabled" })).toString("base64");
}

test.describe("with forced colours", () => {
  test("a tick and a chosen row look it", async ({ page, signedInAs, aUser }) => {
    const { username } = await aUser();
    await signedInAs("admin");
    await page.goto(`/users?q=${username}`);
    const box = page.getByRole("checkbox", { name: `Select ${username}` });
    const drawn = page.locator("td").filter({ has: box });
    const open = await lookOf(page, drawn);
    await box.check();
    await expect(page.getByRole("toolbar", { name: "Selected users" })).toBeVisible();
    const tick = drawn.locator("svg");
    const [colour, ground] = await tick.evaluate((svg) => [
      getComputedStyle(svg).color,
      getComputedStyle(document.documentElement).backgroundColor,
    ]);
    expect(colour).not.toBe(ground);
    expect(await lookOf(page, drawn)).not.toBe(open);
  });

  test("a switch that is on looks it", async ({ page }) => {
    await openGallery(page);
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    const knob = page.getByRole("switch", { name: "Open" });
    const drawn = page.locator("span").filter({ has: knob }).last();
    const off = await lookOf(page, drawn);
    await knob.check();
    expect(await lookOf(page, drawn)).not.toBe(off);
  });

  test("the open tab and the open page look it", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/account");
    const tabs = page.getByRole("navigation").filter({ has: page.locator("[aria-current]") });
    const open = tabs.last().locator("[aria-current]");
    const other = tabs.last().locator("a:not([aria-current])").first();
    const borderOf = (tab: Locator) =>
      tab.evaluate((element) => getComputedStyle(element).borderBottomColor);
    expect(await borderOf(open)).not.toBe(await borderOf(other));
    const current = page.getByRole("navigation", { name: "Main" }).locator("[aria-current]");
    if ((await current.count()) > 0) await expect(current).not.toHaveCSS("outline-style", "none");
  });

  test("the slider has a track, and the entry under the keyboard a frame", async ({
    page,
    signedInAs,
  }) => {
    const { username } = await signedInAs("admin");
    await page.goto("/account/preferences");
    const slider = page.getByRole("slider");
    const track = await slider.evaluate(
      (input) => getComputedStyle(input, "::-webkit-slider-runnable-track").backgroundColor,
    );
    expect(track).not.toBe(
      await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
    );

    await page.getByRole("button", { name: username }).focus();
    await page.keyboard.press("Enter");
    const entry = page.getByRole("menuitem", { name: "Account" });
    await expect(entry).toBeFocused();
    await expect(entry).toHaveCSS("outline-style", "solid");
  });
});
