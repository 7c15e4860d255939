import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const importDialogs: DialogCase[] = [
  {
    name: "the import of users, its rows and questions,",
    opens: ["import-confirm-dialog", "import-leave-dialog"],
    async show({ page, signedInAs, aUser }) {
      const known = await aUser();
      const { username } = await signedInAs("admin");
      await page.goto("/users/import");
      await expect(page.getByLabel("Choose a CSV file")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.getByRole("radio", { name: "Paste" }).check();
      await page.getByRole("button", { name: "Read these rows" }).click();
      await expect(page.getByText("There is nothing in it.")).toBeVisible();
      await expectAccessible(page);

      const rows = [
        "username,display_name,role,groups,password,a column that nobody knows of",
        `new-${username},Somebody whose name is longer than any cell is wide,Service user,,a-password,x`,
        `${known.username},A new name,,,,`,
        `wrong-${username},,Boss,"Nowhere; a group that there is not",abc,`,
        "a b,,,,,",
      ].join("\n");
      await page.getByRole("textbox", { name: "Rows" }).fill(rows);
      await page.getByRole("button", { name: "Read these rows" }).click();
      await expect(page.getByRole("radio", { name: "Wrong 2" })).toBeChecked();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.getByRole("button", { name: "Leave out 2 wrong rows" }).click();
      await expect(page.getByText("2 of these rows are different now.")).toBeVisible();
      await page.getByRole("radio", { name: "All 4" }).check();
      await page.getByRole("radio", { name: "As invites" }).check();
      await expect(page.getByText("This server sends no mail")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.getByRole("radio", { name: "As users" }).check();
      await page.getByRole("combobox", { name: "password" }).selectOption("Do not import");

      await page.getByRole("link", { name: "Users", exact: true }).first().click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Stay" }).click();
      await page.getByRole("button", { name: "Import 2 people" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("alertdialog").getByRole("button", { name: "Import 2 people" }).click();
      await expect(page.getByText("Passwords are shown once")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
