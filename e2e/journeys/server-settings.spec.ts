import type { Locator, Page } from "@playwright/test";
import type pg from "pg";
import { z } from "zod";
import { masterKey } from "../environment";
import { expect, test } from "../fixtures";
import { untilLive } from "../live";

// There is one row of settings for all.
test.describe.configure({ mode: "serial" });

const bearer = { Authorization: `Bearer ${masterKey}` };
const published = {
  basic_auth: true,
  allowed_email_domains: ["*"],
  notify_pending: false,
  session_minutes: 720,
  password_min_length: 5,
  token_max_days: 366,
};

test.afterEach(async ({ request }) => {
  const answer = await request.put("/api/server/settings", { headers: bearer, data: published });
  expect(answer.status()).toBe(200);
});

/** What was changed, as the page offers it for review. */
async function reviewOf(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: /^Review/ }).click();
  const review = page.getByRole("alertdialog", { name: "Change the server settings?" });
  await expect(review).toBeVisible();
  return review;
}

async function save(page: Page): Promise<void> {
  const review = await reviewOf(page);
  await review.getByRole("button", { name: "Save changes" }).click();
}

async function openAddUser(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: /Add user/ }).click();
  const dialog = page.getByRole("dialog", { name: "Add a user" });
  await expect(dialog).toBeVisible();
  return dialog;
}

function lastChange(db: pg.Client) {
  return db.query<{ before: unknown; after: unknown }>(
    `SELECT "before", "after" FROM "AuditEntry" WHERE "targetType" = 'server-settings'
     ORDER BY "at" DESC, "id" DESC LIMIT 1`,
  );
}

test.describe("the server settings", () => {
  test("raise the minimum password length, at once for everybody", async ({
    page,
    browser,
    signedInAs,
    request,
    db,
  }) => {
    const { username } = await signedInAs("admin");
    const elsewhere = await browser.newContext();
    await elsewhere.addCookies(await page.context().cookies());
    const other = await elsewhere.newPage();
    await other.goto("/users");
    await untilLive(other);
    const dialog = await openAddUser(other);
    await expect(dialog).toContainText("At least 5 characters.");

    await page.goto("/settings");
    const length = page.getByLabel("Minimum password length");
    await expect(length).toHaveValue("5");
    await length.fill("12");
    const review = await reviewOf(page);
    await expect(review).toContainText("Existing passwords keep working until they are changed.");
    await expect(review.getByRole("listitem")).toHaveCount(1);
    await review.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Server settings saved")).toBeVisible();
    await expect(length).toHaveValue("12");
    await expect(page.getByRole("definition").filter({ hasText: username })).toBeVisible();
    const { rows } = await lastChange(db);
    expect(rows).toEqual([
      { before: { password_min_length: 5 }, after: { password_min_length: 12 } },
    ]);

    const refused = await request.post("/api/users/somebody-with-11", {
      headers: bearer,
      data: { password: "x".repeat(11), platform_role_id: "service-user" },
    });
    expect(refused.status()).toBe(400);
    expect(await refused.json()).toMatchObject({
      Errors: [{ path: "password", message: "A password has 12 to 256 characters." }],
    });

    await dialog.getByLabel("Username").fill("somebody-with-11");
    await dialog.getByLabel("Password", { exact: true }).fill("x".repeat(11));
    await dialog.getByRole("button", { name: "Add user" }).click();
    await expect(dialog).toContainText("A password has 12 to 256 characters.");
    await other.reload();
    await untilLive(other);
    await expect((await openAddUser(other)).getByText("At least 12 characters.")).toBeVisible();
    await elsewhere.close();
  });

  test("show what somebody else changed, keep what was typed, and save it on request", async ({
    page,
    signedInAs,
    request,
  }) => {
    await signedInAs("super-admin");
    await page.goto("/settings");
    const lifetime = page.getByLabel("Session lifetime");
    await lifetime.fill("1,440");
    await expect(page.getByText("minutes · 1 day")).toBeVisible();
    await request.put("/api/server/settings", {
      headers: bearer,
      data: { session_minutes: 60, token_max_days: 90 },
    });
    await save(page);
    const conflict = page.getByRole("alert").filter({ hasText: "while you were editing" });
    await expect(conflict).toContainText("You typed: 1 day");
    await expect(conflict).toContainText("90 days");
    await expect(lifetime).toHaveValue("1,440");

    const review = await reviewOf(page);
    await expect(review).toContainText("1 hour");
    await review.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Server settings saved")).toBeVisible();
    await expect(conflict).toBeHidden();
    await expect(lifetime).toHaveValue("1440");
    const stored = await request.get("/api/server/settings", { headers: bearer });
    expect(await stored.json()).toMatchObject({
      Response: { session_minutes: 1440, token_max_days: 90 },
    });
  });

  test("can be left to the other one, and taken back before", async ({
    page,
    signedInAs,
    request,
  }) => {
    await signedInAs("admin");
    await page.goto("/settings");
    const days = page.getByLabel("Longest API token lifetime");
    await days.fill("30");
    await page.getByRole("button", { name: "Undo changes" }).click();
    await expect(days).toHaveValue("366");

    await days.fill("30");
    await request.put("/api/server/settings", { headers: bearer, data: { token_max_days: 90 } });
    await save(page);
    await page.getByRole("button", { name: "Discard my changes" }).click();
    await expect(days).toHaveValue("90");
    await page.getByRole("button", { name: /Longest API token/ }).click();
    await expect(days).toHaveValue("366");
    await save(page);
    await expect(page.getByText("Server settings saved")).toBeVisible();
  });

  test("say what is wrong with a number, and send nothing", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/settings");
    const lifetime = page.getByLabel("Session lifetime");
    for (const wrong of ["4", "525601", "12.5", "1,5", "", "a day"]) {
      await lifetime.fill(wrong);
      await lifetime.press("Enter");
      await expect(page.getByText("This must be a whole number from 5 to 525,600.")).toBeVisible();
      await expect(lifetime).toBeFocused();
      await expect(page.getByRole("alertdialog")).toHaveCount(0);
      await page.getByRole("button", { name: "Undo changes" }).click();
      await expect(lifetime).toHaveValue("720");
    }
  });

  test("say whom switching passwords off locks out, before it is done", async ({
    page,
    signedInAs,
    aUser,
    request,
  }) => {
    const { username } = await aUser({ username: `0-${Date.now().toString()}` });
    await signedInAs("super-admin");
    const current = await request.get("/api/server/settings", { headers: bearer });
    const { Response } = z.object({ Response: z.looseObject({}) }).parse(await current.json());
    const sent: unknown[] = [];
    // The people of other tests sign in with passwords meanwhile.
    await page.route("**/api/server/settings", async (route) => {
      if (route.request().method() !== "PUT") return route.continue();
      sent.push(route.request().postDataJSON());
      const json = { Code: 200, Message: "OK", Response: { ...Response, basic_auth: false } };
      return route.fulfill({ headers: { ETag: '"1"' }, json });
    });
    await page.goto("/settings");
    await page.getByRole("switch", { name: "Sign-in with a password" }).uncheck();
    const review = await reviewOf(page);
    const lockedOut = review.getByRole("region", { name: /could not sign in any more/ });
    await expect(lockedOut).toContainText(username);
    const heading = review.getByRole("heading", { name: /could not sign in any more/ });
    const [count = ""] = (await heading.innerText()).split(" ");
    await review
      .getByRole("button", {
        name: new RegExp(`^Save changes and lock out ${count} (person|people)$`),
      })
      .click();
    await expect(page.getByText("Server settings saved")).toBeVisible();
    expect(sent).toEqual([{ basic_auth: false }]);
  });

  test("refuse an admin who would lock themselves out, and say so before", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("admin");
    await page.goto("/settings");
    await page.getByRole("switch", { name: "Sign-in with a password" }).uncheck();
    const review = await reviewOf(page);
    await expect(review.getByRole("alert")).toContainText("You could not sign in any more.");
    const button = review.getByRole("button", { name: /^Save changes/ });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await button.click({ force: true });
    await expect(review).toBeVisible();
    await review.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Undo changes" }).click();
    await expect(page.getByRole("switch", { name: "Sign-in with a password" })).toBeChecked();
  });

  test("say who may ask to join, and whether administrators are told", async ({
    page,
    signedInAs,
    db,
  }) => {
    await signedInAs("admin");
    await page.goto("/settings");
    const domains = page.getByRole("textbox", { name: "Allowed e-mail domains" });
    await expect(domains).toHaveValue("*");
    await domains.fill("example.com\n@example.org");
    await page.getByRole("button", { name: /^Review/ }).click();
    await expect(page.getByText("“@example.org”: This must be a domain")).toBeVisible();
    await domains.fill("Example.com, example.org");
    await page.getByRole("switch", { name: "Mail about pending users" }).check();
    const review = await reviewOf(page);
    await expect(review).toContainText("example.com and example.org");
    await review.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Server settings saved")).toBeVisible();
    await expect(domains).toHaveValue("example.com\nexample.org");
    const { rows } = await lastChange(db);
    expect(rows[0]?.after).toEqual({
      allowed_email_domains: ["example.com", "example.org"],
      notify_pending: true,
    });
    await page.getByRole("button", { name: /Reset to default.*Allowed e-mail/ }).click();
    await expect(domains).toHaveValue("*");
  });

  test("are changed by keyboard alone", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/settings");
    const length = page.getByLabel("Minimum password length");
    await length.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("8");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Save changes" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("alertdialog")).toHaveCount(0);
    await expect(length).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Save changes" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Server settings saved")).toBeVisible();
    await expect(length).toHaveValue("8");
    await expect(length).toBeFocused();
  });

  test("are read by an auditor, who is told why nothing can be changed", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("auditor");
    await page.goto("/settings");
    const reason = "Only super admins and admins can change the server settings.";
    await expect(page.getByText(reason).first()).toBeVisible();
    await expect(page.getByLabel("Session lifetime")).toHaveValue("720");
    await expect(page.getByLabel("Session lifetime")).not.toBeEditable();
    await expect(page.getByRole("switch", { name: "Sign-in with a password" })).toBeDisabled();
    await expect(page.getByRole("textbox", { name: "Allowed e-mail domains" })).not.toBeEditable();
    const button = page.getByRole("button", { name: "Review changes…" });
    await expect(button).toHaveAccessibleDescription(reason);
    await button.press("Enter");
    await expect(page.getByRole("alertdialog")).toHaveCount(0);
  });

  test("are closed to everybody else, and not in their navigation", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("platform-user");
    await page.goto("/settings");
    await expect(page.getByText("You don't have access to this page")).toBeVisible();
    await expect(page.getByText(/can see the server settings/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Server settings" })).toHaveCount(0);
  });

  test("lead to their changes in the audit log, and back", async ({ page, signedInAs }) => {
    await signedInAs("super-admin");
    await page.goto("/settings");
    await page.getByLabel("Session lifetime").fill("60");
    await save(page);
    await expect(page.getByText("Server settings saved")).toBeVisible();
    await page.getByRole("link", { name: "All changes" }).click();
    const entry = page.getByRole("list", { name: "Audit entries" }).getByRole("button").first();
    await expect(entry).toContainText("changed the session lifetime from 12 hours to 1 hour");
    await entry.click();
    await page.getByRole("link", { name: "Open server settings" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Server settings" })).toBeVisible();
  });
});
