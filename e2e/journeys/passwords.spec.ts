import type { Page } from "@playwright/test";
import { fieldsOf } from "../fields";
import { expect, makeWait, PASSWORD, test } from "../fixtures";
import { confirmIdentity } from "../identity-check";

const newPassword = (page: Page) => page.getByLabel("New password", { exact: true });

test.describe("the strength meter", () => {
  test("says how strong a password is, and why it is weak", async ({ page, signedInAs }) => {
    const { username } = await signedInAs("auditor", { username: `wachowicz-${Date.now()}` });
    await page.goto("/account/password");
    await expect(page.getByText("Long and unrelated words are best.")).toBeVisible();

    await newPassword(page).fill("letmein");
    await expect(page.getByText(/^Very weak\. .*tried first\./)).toBeVisible();
    await newPassword(page).fill(username);
    await expect(page.getByText(/^Very weak\. It repeats a name/)).toBeVisible();
    await newPassword(page).fill("correct horse battery staple");
    await expect(page.getByText(/^Strong\./)).toBeVisible();
    await newPassword(page).fill("");
    await expect(page.getByText("Long and unrelated words are best.")).toBeVisible();
  });

  test("comes with the first letter and not before", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    const bytes: number[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script") return;
      void response.body().then((body) => bytes.push(body.length));
    });
    await page.goto("/account/password");
    await newPassword(page).focus();
    expect(Math.max(...bytes)).toBeLessThan(500_000);
    await newPassword(page).fill("x");
    await expect(page.getByText(/^Very weak/)).toBeVisible();
    expect(Math.max(...bytes)).toBeGreaterThan(500_000);
  });

  test("blocks nothing", async ({ page, signedInAs, request }) => {
    const { username } = await signedInAs("auditor");
    await page.goto("/account/password");
    await newPassword(page).fill("letmein");
    await page.getByRole("button", { name: "Change password" }).click();
    await confirmIdentity(page);
    await expect(page.getByText("Password changed")).toBeVisible();
    const answer = await request.post("/api/users/adm/authenticate", {
      data: { username, password: "letmein" },
    });
    expect(answer.status()).toBe(200);
  });
});

test.describe("a password field", () => {
  test("generates a strong password and shows it", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await page.goto("/account/password");
    await page.getByRole("button", { name: "Generate a password" }).click();
    await expect(newPassword(page)).toHaveValue(/^(\w{5}-){3}\w{5}$/);
    await expect(newPassword(page)).toHaveAttribute("type", "text");
    await expect(page.getByText(/^Strong\./)).toBeVisible();
  });

  test("shows and hides what is typed, by keyboard too", async ({ page }) => {
    await page.goto("/sign-in");
    const field = page.getByLabel("Password", { exact: true });
    await field.fill("secret");
    await field.press("Tab");
    await page.keyboard.press("Enter");
    await expect(field).toHaveAttribute("type", "text");
    await expect(page.getByRole("button", { name: "Hide password" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(field).toHaveAttribute("type", "password");
    await expect(field).toHaveValue("secret");
  });

  test("takes what is pasted", async ({ page, context, signedInAs }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await signedInAs("auditor");
    await page.goto("/account/password");
    const long = "pasted ".repeat(40).trim();
    await page.evaluate((text) => navigator.clipboard.writeText(text), long);
    await newPassword(page).focus();
    await page.keyboard.press("ControlOrMeta+V");
    await expect(newPassword(page)).toHaveValue(long);
  });
});

test.describe("password managers are told", () => {
  test("at signing in, name or passkey, and password", async ({ page }) => {
    await page.goto("/sign-in");
    expect(await fieldsOf(page.locator("form").first())).toEqual([
      "username username webauthn",
      "password current-password",
    ]);
  });

  test("of a new password of one's own and of the identity check, whose it is", async ({
    page,
    signedInAs,
  }) => {
    const { username } = await signedInAs("auditor");
    await page.goto("/account/password");
    const form = page.getByRole("form", { name: "Password" });
    expect(await fieldsOf(form)).toEqual(["username username", "password new-password"]);
    await expect(form.locator("[autocomplete=username]")).toHaveValue(username);
    await expect(newPassword(page)).toHaveAttribute("minlength", "5");

    await newPassword(page).fill("another long password");
    await page.getByRole("button", { name: "Change password" }).click();
    const dialog = page.getByRole("dialog", { name: "Confirm it's you" });
    await expect(dialog).toBeVisible();
    expect(await fieldsOf(dialog)).toEqual(["username username", "password current-password"]);
    await expect(dialog.locator("[autocomplete=username]")).toHaveValue(username);
  });

  test("of another's new password, that it is another's", async ({ page, signedInAs, aUser }) => {
    const { username } = await aUser();
    await signedInAs("admin");
    await page.goto(`/users/${username}`);
    await page.getByRole("button", { name: "Set a new password…" }).click();
    const dialog = page.getByRole("dialog", { name: /Set a new password for/ });
    await expect(dialog).toBeVisible();
    expect(await fieldsOf(dialog)).toEqual(["username username", "password new-password"]);
    await expect(dialog.locator("[autocomplete=username]")).toHaveValue(username);
  });

  test("of a new user, the name that is typed and not one's own", async ({ page, signedInAs }) => {
    await signedInAs("admin");
    await page.goto("/users");
    await page.getByRole("button", { name: /Add user/ }).click();
    const dialog = page.getByRole("dialog", { name: "Add a user" });
    await dialog.getByLabel("Username").fill("newcomer");
    expect(await fieldsOf(dialog)).toEqual([
      "username off",
      "display_name off",
      "username username",
      "password new-password",
    ]);
    await expect(dialog.locator("[autocomplete=username]")).toHaveValue("newcomer");
  });
});

test.describe("a password that was set for somebody", () => {
  test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

  test("who is new is asked about before it is lost, and copied with all they need", async ({
    page,
    baseURL,
    signedInAs,
  }) => {
    await signedInAs("admin");
    const username = `newcomer-${Date.now()}`;
    await page.goto("/users");
    await page.getByRole("button", { name: /Add user/ }).click();
    const form = page.getByRole("dialog", { name: "Add a user" });
    await form.getByLabel("Username").fill(username);
    await form.getByLabel("Password", { exact: true }).fill("a password of theirs");
    await form.getByRole("button", { name: "Add user" }).click();

    const details = page.getByRole("dialog", { name: `${username} was added` });
    await details.getByRole("button", { name: "Done" }).click();
    const question = page.getByRole("alertdialog", {
      name: "Close without copying the password?",
    });
    await question.getByRole("button", { name: "Go back" }).click();
    await details.getByRole("button", { name: "Copy all" }).click();
    await expect(details.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `Sign in at: ${baseURL ?? ""}/sign-in\nUsername: ${username}\nPassword: a password of theirs`,
    );
    await details.getByRole("button", { name: "Done" }).click();
    await expect(details).toBeHidden();
  });

  test("who had another is not asked about once it is copied", async ({
    page,
    signedInAs,
    aUser,
  }) => {
    const { username } = await aUser();
    await signedInAs("admin");
    await page.goto(`/users/${username}`);
    await page.getByRole("button", { name: "Set a new password…" }).click();
    const form = page.getByRole("dialog", { name: /Set a new password for/ });
    await form.getByLabel("New password").fill("another of theirs");
    await form.getByRole("button", { name: "Copy the password" }).click();
    await expect(form.getByRole("button", { name: "Copied" })).toBeVisible();
    await form.getByRole("button", { name: "Set password" }).click();
    const details = page.getByRole("dialog", { name: `${username} has a new password` });
    await expect(details).toContainText("another of theirs");
    await page.keyboard.press("Escape");
    await expect(details).toBeHidden();
  });
});

test.describe("a user who has to wait after failed sign-ins", () => {
  test("is let in at once by an administrator", async ({
    page,
    db,
    request,
    signedInAs,
    aUser,
  }) => {
    const { username } = await aUser();
    await makeWait(db, username);
    const data = { username, password: PASSWORD };
    const signIn = async () =>
      (await request.post("/api/users/adm/authenticate", { data })).status();
    expect(await signIn()).toBe(429);

    await signedInAs("admin");
    await page.goto(`/users/${username}`);
    await expect(page.getByText(/blocked until .* after 12 failed attempts/)).toBeVisible();
    await page.getByRole("button", { name: "Unblock" }).click();
    await expect(page.getByText(`${username} can sign in again`)).toBeVisible();
    await expect(page.getByText("Too many failed sign-ins")).toHaveCount(0);
    await expect(page.getByRole("main")).toBeFocused();
    expect(await signIn()).toBe(200);

    await page.goto(`/users/${username}/activity`);
    await expect(page.getByText(/unblocked .* after 12 failed sign-ins/).first()).toBeVisible();
  });

  test("is nothing that who may not lift it sees or asks for", async ({
    page,
    db,
    signedInAs,
    aUser,
  }) => {
    const { username } = await aUser();
    await makeWait(db, username);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await signedInAs("auditor");
    await page.goto(`/users/${username}`);
    await expect(page.getByRole("heading", { level: 1, name: username })).toBeVisible();
    await expect(page.getByText("Too many failed sign-ins")).toHaveCount(0);
    expect(asked.filter((url) => url.includes("throttle"))).toEqual([]);
  });
});
