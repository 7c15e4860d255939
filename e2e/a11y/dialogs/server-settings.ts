import { expect } from "../../fixtures";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const serverSettingsDialogs: DialogCase[] = [
  {
    name: "the server settings, while they are changed,",
    opens: ["server-settings-review-dialog"],
    async show({ page, signedInAs, db }) {
      const { username } = await signedInAs("admin");
      await db.query(
        `INSERT INTO "AuditEntry" ("id", "at", "actor", "verb", "targetType", "target", "ip",
           "userAgent", "requestId", "after")
         VALUES (gen_random_uuid(), now(), $1, 'server-settings.update',
           'server-settings', 'server-settings', '', '', '', '{"session_minutes": 720}')`,
        [username],
      );
      await page.goto("/settings");
      await expect(page.getByRole("definition").getByRole("link").first()).toBeVisible();
      const field = page.getByLabel("Longest API token lifetime");
      await field.fill("none");
      await page.getByRole("button", { name: "Review changes…" }).click();
      await expect(page.getByText("This must be a whole number")).toBeVisible();
      await expectAccessible(page);
      await field.fill("100");
      await page.getByRole("button", { name: "Review changes…" }).click();
      await expect(page.getByRole("alertdialog")).toContainText("Existing ones do not change.");
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.keyboard.press("Escape");

      await page.getByRole("textbox", { name: "Allowed e-mail domains" }).fill("@example.com");
      await page.getByRole("switch", { name: "Sign-in with a password" }).uncheck();
      await page.getByRole("button", { name: "Review changes…" }).click();
      await expect(page.getByText("This must be a domain")).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("textbox", { name: "Allowed e-mail domains" }).fill("example.com");
      await page.getByRole("button", { name: "Review changes…" }).click();
      const review = page.getByRole("alertdialog");
      await expect(review.getByText("The server will refuse this")).toBeVisible();
      await expect(
        review.getByRole("region", { name: /could not sign in any more/ }),
      ).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
