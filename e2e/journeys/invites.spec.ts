import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { invite } from "../invites";

/** A word that only the addresses of one test have. */
function aWord(): string {
  return `w${randomUUID().slice(0, 8)}`;
}

function rowOf(page: Page, email: string): Locator {
  return page.getByRole("row").filter({ hasText: email });
}

async function choose(page: Page, email: string, action: string) {
  await rowOf(page, email)
    .getByRole("button", { name: /Actions/ })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

async function openDialog(page: Page): Promise<Locator> {
  await page.goto("/invites");
  await page
    .getByRole("button", { name: /Invite people/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "Invite people" });
  await expect(dialog.getByRole("textbox", { name: "Addresses" })).toBeFocused();
  return dialog;
}

test.describe("inviting", () => {
  test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

  test("takes fifty pasted addresses, of which three are wrong", async ({
    page,
    signedInAs,
    aUser,
    aGroup,
  }) => {
    const word = aWord();
    const group = await aGroup();
    const known = await aUser({ username: `known-${word}@example.com` });
    await invite(page.request, [`again-${word}@example.com`]);
    const good = Array.from({ length: 45 }, (_, index) => `p${index}-${word}@example.com`);
    const pasted = [
      `"Osei, Ada" <${good[0] ?? ""}>; ${good[1] ?? ""}.`,
      "grace.example.com",
      ...good.slice(2, 30),
      `Bob <bob＠example.com>, ${known.username}`,
      ...good.slice(30).map((email) => email.toUpperCase()),
      `again-${word}@example.com`,
      `kim lee@example.com`,
    ].join("\n");
    await signedInAs("admin");
    const dialog = await openDialog(page);
    await dialog.getByRole("textbox", { name: "Addresses" }).fill(pasted);
    await expect(dialog.locator("mark")).toHaveText([
      "grace.example.com",
      "Bob <bob＠example.com>",
      "kim lee@example.com",
    ]);
    const wrong = dialog.getByRole("region", { name: "3 addresses with something wrong" });
    await expect(wrong).toContainText("Line 2: grace.example.com There is no @ in it.");
    await expect(wrong).toContainText("It has a full-width ＠. Write @.");

    await dialog.getByRole("button", { name: "Check…" }).click();
    await expect(dialog).toContainText("3 addresses must be mended or removed first.");
    await wrong.getByRole("button", { name: "Line 2", exact: true }).click();
    expect(
      await dialog
        .getByRole("textbox", { name: "Addresses" })
        .evaluate((area: HTMLTextAreaElement) =>
          area.value.slice(area.selectionStart, area.selectionEnd),
        ),
    ).toBe("grace.example.com");
    await dialog.getByRole("button", { name: "Remove all 3 addresses" }).click();
    await expect(dialog.getByText("47 addresses", { exact: true })).toBeVisible();
    await expect(dialog.locator("mark")).toHaveCount(0);

    await dialog.getByRole("combobox", { name: "Groups" }).fill(group.name);
    await page.getByRole("option", { name: group.name }).click();
    await dialog.getByRole("button", { name: "Check…" }).click();
    await expect(dialog.getByRole("heading", { name: "45 people to invite" })).toBeVisible();
    await expect(dialog.getByRole("region", { name: "1 person to invite again" })).toContainText(
      `again-${word}@example.com`,
    );
    await expect(dialog.getByRole("region", { name: "1 person with an account" })).toContainText(
      known.username,
    );
    await dialog.getByRole("button", { name: "Invite 46 people" }).click();

    const done = page.getByRole("dialog", { name: "46 people invited" });
    await done.getByRole("button", { name: "Copy all" }).click();
    await expect(done.getByText("Copied", { exact: true })).toBeVisible();
    const lines = (await copied(page)).split("\n");
    expect(lines).toHaveLength(46);
    expect(lines[0]).toMatch(new RegExp(`^${good[0] ?? ""}\thttp.*/invite\\?email=`));
    const download = page.waitForEvent("download");
    await done.getByRole("button", { name: "Download CSV" }).click();
    const file = await readFile(await (await download).path(), "utf8");
    expect(file).toContain(`${known.username},user_exists,,`);
    await done.getByRole("button", { name: "Done" }).click();

    await page.getByRole("searchbox", { name: "Search invites" }).fill(word);
    await expect(page.getByText("1–46 of 46", { exact: true })).toBeVisible();
    await expect(rowOf(page, good[3] ?? "")).toContainText(group.name);
    const traces = await page.evaluate(() =>
      [
        location.href,
        JSON.stringify(history.state),
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
      ].join("\n"),
    );
    expect(traces).not.toContain("invite_code");
  });

  test("does not call wrong what is just being written, and keeps it when the server fails", async ({
    page,
    signedInAs,
    expectedConsole,
  }) => {
    expectedConsole.push(/500/);
    const word = aWord();
    await signedInAs("admin");
    const dialog = await openDialog(page);
    const area = dialog.getByRole("textbox", { name: "Addresses" });
    await area.pressSequentially("ada");
    await expect(dialog.locator("mark")).toHaveCount(0);
    await dialog.getByLabel("Role").focus();
    await expect(dialog.locator("mark")).toHaveText("ada");
    await area.fill(`${word}@example.com`);
    await page.route("**/api/v1/users/invite?dry_run=true", (route) =>
      route.fulfill({ status: 500, json: { Code: 500, Message: "Not today." } }),
    );
    await dialog.getByRole("button", { name: "Check…" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Not today.");
    await expect(area).toHaveValue(`${word}@example.com`);
    await page.keyboard.press("Escape");
    const question = page.getByRole("alertdialog", { name: "Discard what you typed?" });
    await question.getByRole("button", { name: "Keep editing" }).click();
    await page.unroute("**/api/v1/users/invite?dry_run=true");

    await dialog.getByRole("button", { name: "Check…" }).click();
    await expect(dialog.getByRole("button", { name: "Invite 1 person" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(
      page.getByRole("alertdialog", { name: "Close without inviting anybody?" }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Go back" }).click();
    await dialog.getByRole("button", { name: "Back" }).click();
    await expect(area).toBeFocused();
    await expect(area).toHaveValue(`${word}@example.com`);
  });

  test("takes a file with roles and groups", async ({ page, signedInAs, aGroup }) => {
    const word = aWord();
    const group = await aGroup();
    await signedInAs("admin");
    await page.goto("/users");
    await page.getByRole("button", { name: "Invite people" }).click();
    const dialog = page.getByRole("dialog", { name: "Invite people" });
    await dialog.getByRole("radio", { name: "CSV file" }).check();
    await dialog.locator("[type=file]").setInputFiles({
      name: "people.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        [
          "email,role,groups",
          `a-${word}@example.com,Auditor,${group.name}`,
          `b-${word}@example.com,admin,`,
          `c-${word}@example.com,,`,
        ].join("\n"),
      ),
    });
    await expect(dialog.getByRole("region", { name: "1 row with something wrong" })).toContainText(
      "Only the super admin can make somebody an admin.",
    );
    await dialog.getByRole("button", { name: "Remove it" }).click();
    await expect(dialog.getByText("people.csv: 2 people to invite.")).toBeVisible();
    await dialog.getByRole("button", { name: "Check…" }).click();
    await dialog.getByRole("button", { name: "Invite 2 people" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();

    await page.goto(`/invites?q=${word}`);
    await expect(rowOf(page, `a-${word}`)).toContainText("Auditor");
    await expect(rowOf(page, `a-${word}`)).toContainText(group.name);
    await expect(rowOf(page, `c-${word}`)).toContainText("Service user");
  });

  test("offers no role that one may not give, and no group of an identity provider", async ({
    page,
    db,
    signedInAs,
    aGroup,
  }) => {
    const { id, name } = await aGroup();
    await db.query(`UPDATE "Group" SET "externalId" = $2 WHERE "id" = $1`, [id, `external-${id}`]);
    await signedInAs("admin");
    const dialog = await openDialog(page);
    await expect(
      dialog.getByRole("option", { name: /^Admin \(Only the super admin/ }),
    ).toBeDisabled();
    await dialog.getByRole("combobox", { name: "Groups" }).fill(name);
    const option = page.getByRole("option", { name });
    await expect(option).toContainText("come from the identity provider");
    await option.click({ force: true });
    await expect(dialog.getByRole("button", { name: `Remove ${name}` })).toBeHidden();
  });
});

test.describe("the list of invites", () => {
  test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

  test("copies a link, makes a new one, and revokes", async ({ page, signedInAs }) => {
    const email = `${aWord()}@example.com`;
    await invite(page.request, [email]);
    await signedInAs("admin");
    await page.goto(`/invites?q=${email}`);
    await choose(page, email, "Copy link");
    await expect(page.getByText("Link copied")).toBeVisible();
    const old = await copied(page);
    expect(old).toContain("invite_code=");

    await choose(page, email, "New link…");
    const asked = page.getByRole("dialog", { name: `Make a new link for ${email}?` });
    await asked.getByRole("button", { name: "Make new link" }).click();
    const shown = page.getByRole("dialog", { name: `New link for ${email}` });
    await expect(shown.getByRole("button", { name: "Copy link" })).toBeFocused();
    await shown.getByRole("button", { name: "Copy link" }).click();
    await expect(shown.getByText("Copied", { exact: true })).toBeVisible();
    const link = await copied(page);
    expect(link).toContain("invite_code=");
    expect(link).not.toBe(old);
    await shown.getByRole("button", { name: "Done" }).click();

    await choose(page, email, "Revoke…");
    await page.getByRole("button", { name: "Revoke invite" }).click();
    await expect(page.getByText(/No invites match/).first()).toBeVisible();
  });

  test("says what became of the mail, and follows one that is on its way", async ({
    page,
    db,
    signedInAs,
  }) => {
    const word = aWord();
    const [failed, queued, expired] = ["failed", "queued", "expired"].map(
      (name) => `${name}-${word}@example.com`,
    );
    await invite(page.request, [failed ?? "", queued ?? "", expired ?? ""]);
    const set = (email: string | undefined, change: string) =>
      db.query(`UPDATE "Invite" SET ${change} WHERE "email" = $1`, [email]);
    await set(
      failed,
      `"mailStatus" = 'failed', "mailError" = 'The mail server refused the address: 550 5.1.1 No such user'`,
    );
    await set(queued, `"mailStatus" = 'queued'`);
    await set(expired, `"expiresAt" = now() - interval '3 days'`);
    await signedInAs("admin");
    await page.goto(`/invites?q=${word}`);
    await expect(page.getByText("This server sends no mail").first()).toBeVisible();
    await expect(rowOf(page, failed ?? "")).toContainText(
      "550 5.1.1 No such user Check the address.",
    );
    await expect(rowOf(page, expired ?? "")).toContainText("Expired 3 days ago");
    await expect(rowOf(page, queued ?? "")).toContainText("Queued");
    await set(queued, `"mailStatus" = 'sent'`);
    await expect(rowOf(page, queued ?? "")).toContainText("Sent");

    await rowOf(page, expired ?? "")
      .getByRole("button", { name: /Actions/ })
      .click();
    await expect(page.getByRole("menuitem", { name: /Copy link/ })).toContainText("has expired");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Mail", exact: true }).first().click();
    await page.getByRole("checkbox", { name: "Failed", exact: true }).check();
    await expect(rowOf(page, queued ?? "")).toBeHidden();
    await expect(rowOf(page, failed ?? "")).toBeVisible();
  });

  test("changes many at once", async ({ page, signedInAs }) => {
    const word = aWord();
    const emails = Array.from({ length: 12 }, (_, index) => `m${index}-${word}@example.com`);
    await invite(page.request, emails);
    await signedInAs("admin");
    await page.goto(`/invites?q=${word}`);
    await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
    const bar = page.getByRole("toolbar", { name: "Selected invites" });
    await bar.getByRole("button", { name: "Send again…" }).click({ force: true });
    await expect(page.getByRole("tooltip")).toContainText("This server sends no mail");
    await bar.getByRole("button", { name: "New links…" }).click();
    const asked = page.getByRole("alertdialog", { name: "Make new links for 12 invites?" });
    await asked.getByRole("button", { name: "Make new links" }).click();
    const shown = page.getByRole("dialog", { name: "New links" });
    await shown.getByRole("button", { name: "Copy all" }).click();
    await expect(shown.getByText("Copied", { exact: true })).toBeVisible();
    expect((await copied(page)).split("\n")).toHaveLength(12);
    await shown.getByRole("button", { name: "Done" }).click();

    await page.getByRole("checkbox", { name: "Select all rows of this page" }).check();
    await bar.getByRole("button", { name: "Revoke…" }).click();
    const confirm = page.getByRole("alertdialog", { name: "Revoke 12 invites?" });
    await confirm.getByLabel("Type 12 to confirm").fill("12");
    await confirm.getByRole("button", { name: "Revoke 12 invites" }).click();
    await expect(page.getByText("12 invites revoked")).toBeVisible();
    await expect(page.getByText(/No invites match/).first()).toBeVisible();
  });

  test("revokes all only when that is typed", async ({ page, signedInAs }) => {
    await invite(page.request, [`${aWord()}@example.com`]);
    let calls = 0;
    await page.route("**/api/v1/users/invites", (route) => {
      calls += 1;
      return route.fulfill({ json: { Code: 200, Message: "Invites revoked", Response: null } });
    });
    await signedInAs("admin");
    await page.goto("/invites");
    await page.getByRole("button", { name: "More for all invites" }).click();
    await page.getByRole("menuitem", { name: "Revoke all…" }).click();
    const dialog = page.getByRole("alertdialog", { name: "Revoke all invites?" });
    await dialog.getByRole("button", { name: "Revoke all" }).click({ force: true });
    expect(calls).toBe(0);
    await dialog.getByLabel("Type revoke all to confirm").fill("revoke all");
    await dialog.getByRole("button", { name: "Revoke all" }).click();
    await expect(page.getByText("All invites were revoked")).toBeVisible();
    expect(calls).toBe(1);
  });

  test("shows auditors everything but links, and why they change nothing", async ({
    page,
    signedInAs,
  }) => {
    const email = `${aWord()}@example.com`;
    await invite(page.request, [email]);
    await signedInAs("auditor");
    await page.goto(`/invites?q=${email}`);
    await expect(rowOf(page, email)).toBeVisible();
    await expect(page.getByRole("checkbox")).toHaveCount(0);
    expect(await page.content()).not.toContain("invite_code=");
    const button = page.getByRole("button", { name: /Invite people/ });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await rowOf(page, email)
      .getByRole("button", { name: /Actions/ })
      .click();
    for (const name of [/Copy link/, /Send again/, /New link/, /Revoke/]) {
      const entry = page.getByRole("menuitem", { name });
      await expect(entry).toHaveAttribute("aria-disabled", "true");
      await expect(entry).toContainText(/admins/i);
    }
  });

  test("is not for those who may not see invites", async ({ page, signedInAs }) => {
    await signedInAs("platform-user");
    await page.goto("/invites");
    await expect(page.getByRole("link", { name: "Invites" })).toHaveCount(0);
    await expect(page.getByRole("searchbox", { name: "Search invites" })).toHaveCount(0);
  });
});

test("the server settings say that no mail can be tried", async ({ page, signedInAs }) => {
  await signedInAs("admin");
  await page.goto("/settings");
  await expect(
    page.getByText("This server sends no mail: links are handed out by hand."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Send test mail" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});
