import type { Page } from "@playwright/test";
import { openGallery } from "../gallery/open-gallery";
import { expectAccessible } from "./axe";
import { expect, test } from "../fixtures";

const focused = (page: Page) => page.locator(":focus");

test("the parts of the kits are accessible", async ({ page }) => {
  await openGallery(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Choose a lead.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("combobox", { name: "Lead" }).click();
  await expect(page.getByRole("option", { name: "Team 0 Accra" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Show teams" }).click();
  const dialog = page.getByRole("dialog", { name: "Teams" });
  await dialog.getByRole("button", { name: "Team", exact: true }).click();
  const search = page.getByRole("combobox", { name: "Search Team" });
  await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
  await expectAccessible(page);
  await search.fill("broken");
  await expect(page.getByRole("alert")).toContainText("cannot be searched");
  await expectAccessible(page);
  await search.fill("nothing");
  await expect(page.getByText("No teams match “nothing”.")).toBeVisible();
  await expectAccessible(page);
});

test.describe("the fields of a form", () => {
  test("say what is wrong, in order, and send what is chosen", async ({ page }) => {
    await openGallery(page);
    await page.getByRole("button", { name: "Save" }).click();
    const open = page.getByRole("switch", { name: "Open" });
    await expect(open).toBeFocused();
    await expect(open).toHaveAccessibleDescription("For everybody. It has to be open.");
    await page.keyboard.press("Space");

    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("checkbox", { name: "Monday" })).toBeFocused();
    await expect(page.getByRole("group", { name: "Days" })).toHaveAccessibleDescription(
      "When it meets. Choose at least one day.",
    );
    await page.getByRole("checkbox", { name: "Tuesday" }).check();
    await page.getByRole("checkbox", { name: "Monday" }).check();
    await expect(page.getByRole("checkbox", { name: "Sunday" })).toBeDisabled();

    const lead = page.getByRole("combobox", { name: "Lead" });
    await lead.fill("team 12");
    await expect(page.getByRole("option", { name: "Team 12 Accra" })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(lead).toHaveValue("Team 12");
    await expect(page.getByRole("listbox")).toHaveCount(0);

    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByLabel("Saved")).toHaveText(
      JSON.stringify({ isOpen: true, days: ["mon", "tue"], lead: "id-12", members: ["id-7"] }),
    );
  });

  test("a picker of many shows names, and takes and drops by keyboard", async ({ page }) => {
    await openGallery(page);
    const chosen = page.getByRole("list", { name: "Members: chosen" });
    await expect(chosen).toHaveText("Team 7");
    const members = page.getByRole("combobox", { name: /^Members/ });
    await members.focus();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("listbox", { name: "Members" })).toBeVisible();
    await expect(members).toHaveAttribute("aria-activedescendant", /id-0$/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(chosen.getByRole("listitem")).toHaveText(["Team 7", "Team 1"]);
    await expect(page.getByRole("option", { name: "Team 1 Bergen" })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await page.keyboard.press("Escape");
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await expect(members).toBeFocused();
    await page.keyboard.press("Backspace");
    await expect(chosen).toHaveText("Team 7");
    await page.getByRole("button", { name: "Remove Team 7" }).click();
    await expect(chosen).toHaveCount(0);
  });
});

test.describe("a grid of checkboxes", () => {
  test("is one stop of Tab, in which the arrows move and Space chooses", async ({ page }) => {
    await openGallery(page);
    const grid = page.getByRole("grid", { name: "Rights", exact: true });
    await page.getByRole("button", { name: "Save" }).focus();
    await page.keyboard.press("Tab");
    const all = grid.getByRole("checkbox", { name: "Gateways All" });
    await expect(all).toBeFocused();
    await expect(all).toBeChecked({ indeterminate: true });

    await page.keyboard.press("ArrowRight");
    await expect(grid.getByRole("checkbox", { name: "Gateways Read" })).toBeFocused();
    await page.keyboard.press("End");
    await expect(grid.getByRole("checkbox", { name: "Gateways Delete" })).toBeFocused();
    await page.keyboard.press("Space");
    await expect(focused(page)).toBeChecked();
    await page.keyboard.press("ArrowDown");
    await expect(focused(page)).toHaveRole("gridcell");
    await expect(focused(page)).toContainText("does not apply");

    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Space");
    await expect(all).toBeChecked();
    await expect(grid.getByRole("checkbox", { name: "Gateways Write" })).toBeChecked();
    await page.keyboard.press("Space");
    await expect(grid.getByRole("row", { name: /^Gateways/ }).getByRole("checkbox")).toHaveCount(4);
    await expect(grid.getByRole("checkbox", { name: "Gateways Read" })).not.toBeChecked();
    await expect(grid.getByRole("checkbox", { name: "Members All" })).toBeChecked();

    await page.keyboard.press("Tab");
    await expect(focused(page)).toContainText("some");
  });

  test("can be read where it cannot be changed", async ({ page }) => {
    await openGallery(page);
    const grid = page.getByRole("grid", { name: "Rights as they are" });
    await expect(grid).toHaveAttribute("aria-readonly", "true");
    await expect(grid.getByRole("checkbox")).toHaveCount(0);
    await expect(grid.getByRole("row", { name: /^Members/ }).getByRole("gridcell")).toHaveText([
      /^all/,
      /^yes/,
      /^yes/,
      /does not apply/,
    ]);
  });
});

test.describe("a list in a dialog", () => {
  test("keeps its state to itself, and names what its filters hold", async ({ page }) => {
    await openGallery(page);
    await page.getByRole("button", { name: "Show teams" }).click();
    const dialog = page.getByRole("dialog", { name: "Teams" });
    await dialog.getByRole("button", { name: "Next page" }).click();
    await expect(dialog.getByText("26–30 of 30", { exact: true })).toBeVisible();

    await dialog.getByRole("button", { name: "Team", exact: true }).click();
    await page.getByRole("combobox", { name: "Search Team" }).fill("team 29");
    await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(1);
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Search Team" }).fill("team 3");
    await expect(page.getByRole("option", { name: "Team 3 Accra" })).toBeVisible();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(dialog.getByRole("button", { name: "Team: Team 29, Team 3" })).toBeVisible();
    await expect(dialog.getByRole("rowheader")).toHaveText(["Team 3", "Team 29"]);

    await dialog.getByRole("button", { name: "Office" }).click();
    await page.getByRole("radio", { name: "Accra" }).check();
    await expect(dialog.getByRole("rowheader")).toHaveText(["Team 3"]);
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: "Bergen" })).toBeChecked();
    expect(new URL(page.url()).search).toBe("");
  });
});

test.describe("the rows of a list", () => {
  test("are drawn again one by one, whatever the list is long", async ({ page }) => {
    await openGallery(page);
    await page.getByRole("button", { name: "Show teams" }).click();
    const dialog = page.getByRole("dialog", { name: "Teams" });
    await expect(dialog.getByRole("row", { name: "Team 0" })).toBeVisible();
    const drawsOf = async (name: string) =>
      Number(await dialog.getByText(name, { exact: true }).getAttribute("data-draws"));
    const before = { ticked: await drawsOf("Team 1"), other: await drawsOf("Team 2") };
    await dialog.getByRole("checkbox", { name: "Select Team 1", exact: true }).check();
    await expect(dialog.getByRole("toolbar")).toContainText("1 selected");
    expect(await drawsOf("Team 1")).toBeGreaterThan(before.ticked);
    expect(await drawsOf("Team 2")).toBe(before.other);
  });
});
