import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const auditDialogs: DialogCase[] = [
  {
    name: "the filters of the audit log",
    opens: [],
    async show({ page, signedInAs }) {
      await signedInAs("auditor");
      await page.goto("/audit");
      for (const [filter, part] of [
        ["Actor", page.getByRole("listbox").getByRole("option").first()],
        ["Action", page.getByRole("dialog").getByRole("checkbox").first()],
        ["Target type", page.getByRole("listbox").getByRole("option").first()],
        ["Date", page.getByLabel("From")],
      ] as const) {
        await page.getByRole("button", { name: filter, exact: true }).click();
        await expect(part).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press("Escape");
      }
      await expectNoSidewaysScrolling(page);
    },
  },
];
