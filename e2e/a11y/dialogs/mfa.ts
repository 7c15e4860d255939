import { expect } from "../../fixtures";
import { confirmIdentity, identityCheck } from "../../identity-check";
import { expectAccessible } from "../axe";
import { expectNoSidewaysScrolling } from "../looks";
import type { DialogCase } from "./dialog-case";

export const mfaDialogs: DialogCase[] = [
  {
    name: "setting up an authenticator app, new recovery codes, and the end of both,",
    opens: ["totp-enrol-dialog", "recovery-codes-dialog", "totp-off-dialog"],
    async show({ page, signedInAs, enrolTotp }) {
      const user = await signedInAs("auditor");
      await page.goto("/account/security");
      await page.getByRole("button", { name: "Set it up" }).click();
      await confirmIdentity(page);
      const dialog = page.getByRole("dialog", { name: "Set up an authenticator app" });
      await expect(dialog.getByRole("img", { name: /^QR code/ })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await dialog.getByRole("button", { name: "Switch on" }).click();
      await expect(dialog.getByText("Enter the six digits that your app shows.")).toBeVisible();
      await expectAccessible(page);

      await enrolTotp(user);
      await page.goto("/account/security");
      await expect(page.getByText("You have 2 recovery codes left")).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.getByRole("button", { name: "Switch off…" }).click();
      await expect(page.getByRole("alertdialog", { name: /^Switch off/ })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");

      await page.getByRole("button", { name: "Make new codes…" }).click();
      const question = page.getByRole("alertdialog", { name: "Make new recovery codes?" });
      await expect(question).toBeVisible();
      await expectAccessible(page);
      await question.getByRole("button", { name: "Make new codes" }).click();
      const codes = page.getByRole("dialog", { name: "Save your recovery codes" });
      await expect(codes).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await page.keyboard.press("Escape");
      await expect(codes.getByText("Close without saving the codes?")).toBeVisible();
      await expectAccessible(page);
    },
  },
  {
    name: "the question who one is, with several ways to answer,",
    opens: ["identity-check-dialog"],
    async show({ page, signedInAs, enrolTotp, anIdentity }) {
      const user = await signedInAs("auditor");
      await enrolTotp(user);
      await anIdentity(user);
      await page.goto("/account/security");
      await page.getByRole("button", { name: "Replace…" }).click();
      const check = identityCheck(page);
      await check.getByRole("button", { name: "Use your authenticator app instead" }).click();
      await expect(check.getByLabel("Code", { exact: true })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await check.getByRole("button", { name: "Use your provider instead" }).click();
      await expect(check.getByRole("button", { name: /^Confirm with/ })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
  {
    name: "the questions before MFA is reset",
    opens: ["user-mfa-reset-dialog", "users-mfa-reset-dialog"],
    async show({ page, signedInAs, aUser, enrolTotp }) {
      const user = await aUser({ displayName: "Jun Park" });
      await enrolTotp(user);
      await signedInAs("admin");
      await page.goto(`/users/${user.username}`);
      await page.getByRole("main").getByRole("button", { name: "Reset MFA…" }).last().click();
      await expect(page.getByRole("alertdialog", { name: /^Reset the MFA of/ })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);

      await page.goto(`/users?q=${user.username}`);
      await page.getByRole("checkbox", { name: "Select Jun Park" }).check();
      await page.getByRole("button", { name: "Reset MFA…" }).click();
      const question = page.getByRole("alertdialog", { name: "Reset the MFA of 1 user?" });
      await expect(question).toBeVisible();
      await expectAccessible(page);
      await question.getByRole("button", { name: "Reset MFA of 1 user" }).click();
      await expect(page.getByRole("dialog", { name: "MFA of 1 user reset" })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    },
  },
];
