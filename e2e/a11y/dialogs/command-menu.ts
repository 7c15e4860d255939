import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const commandMenuDialogs: DialogCase[] = [
  {
    name: "the command menu and the list of shortcuts",
    opens: ["command-dialog", "shortcuts-dialog"],
    async show({ page, signedInAs, aUser }) {
      const user = await aUser({ displayName: "Jun Park" });
      await signedInAs("auditor");
      await page.goto(`/users/${user.username}`);
      await page.getByRole("button", { name: /^Search or jump to/ }).click();
      const menu = page.getByRole("dialog", { name: "Search or jump to" });
      await expect(menu.getByRole("option", { name: /^Disable/ })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);

      await menu.getByRole("combobox").fill(user.username);
      await expect(menu.getByRole("option", { name: "Jun Park" })).toBeVisible();
      await expectAccessible(page);

      await menu.getByRole("combobox").fill("nothing-has-this-name");
      await expect(menu.getByText(/^Nothing matches/)).toBeVisible();
      await expectAccessible(page);

      await page.route("**/api/v2/users?*", (route) => route.fulfill({ status: 400, json: {} }));
      await menu.getByRole("combobox").fill("not to be searched");
      await expect(menu.getByRole("alert")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);

      await menu.getByRole("combobox").fill("keyboard");
      await menu.getByRole("option", { name: /^Keyboard shortcuts/ }).click();
      await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
