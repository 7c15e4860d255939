import type { Page, Route } from "@playwright/test";
import { addAuthenticator, offerByButtonsAlone } from "../authenticator";
import { expect, test } from "../fixtures";
import { forgetSession } from "../forget-session";
import { confirmIdentity, identityCheck } from "../identity-check";
import { untilLive } from "../live";

function passkeys(page: Page) {
  return page.getByRole("list", { name: "Passkeys" });
}

/** Answers the call that adds one. */
async function answerAddition(page: Page, answer: (route: Route) => Promise<void>) {
  await page.route("**/auth/passkeys", (route) =>
    route.request().method() === "POST" ? answer(route) : route.fallback(),
  );
}

/** From the security page, whoever is signed in; asked who they are when that was not confirmed just now. */
async function addPasskey(page: Page, name: string, { isKnown = false } = {}) {
  await page.getByRole("button", { name: "Add passkey…" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a passkey" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Continue" }).click();
  if (!isKnown) await confirmIdentity(page);
  await expect(dialog).toHaveCount(0);
  await expect(passkeys(page).getByText(name)).toBeVisible();
}

function hold() {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    held,
    release: () => {
      release();
    },
  };
}

/** Whoever is signed in has a passkey then, in a device of the browser's. */
async function getPasskey(page: Page) {
  await addAuthenticator(page);
  await page.goto("/account/security");
  await addPasskey(page, "Work laptop");
}

test.describe("one's own passkeys", () => {
  test("are added after saying who one is, renamed, and removed", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    const device = await addAuthenticator(page);
    await page.goto("/account/security");
    await expect(page.getByText("No passkeys yet.")).toBeVisible();
    await addPasskey(page, "Work laptop");
    expect(await device.size()).toBe(1);
    await expect(passkeys(page)).toContainText("last used never");

    await page.getByRole("button", { name: "Add passkey…" }).click();
    const again = page.getByRole("dialog", { name: "Add a passkey" });
    await again.getByRole("button", { name: "Continue" }).click();
    await expect(again.getByRole("alert")).toContainText("has a passkey for your account already");
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "Rename Work laptop…" }).click();
    const rename = page.getByRole("dialog", { name: "Rename Work laptop" });
    await rename.getByLabel("Name").fill("Réseau 家");
    await rename.getByRole("button", { name: "Rename" }).click();
    await expect(passkeys(page)).toContainText("Réseau 家");

    await page.getByRole("button", { name: "Remove Réseau 家…" }).click();
    const remove = page.getByRole("alertdialog", { name: "Remove Réseau 家?" });
    await remove.getByRole("button", { name: "Remove passkey" }).click();
    await expect(remove).toHaveCount(0);
    await expect(page.getByText("No passkeys yet.")).toBeVisible();
  });

  test("are not made when the device is turned away from, and it says so", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("auditor");
    const device = await addAuthenticator(page);
    await device.refuse(true);
    await page.goto("/account/security");
    await page.getByRole("button", { name: "Add passkey…" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a passkey" });
    await dialog.getByRole("button", { name: "Continue" }).click();
    await confirmIdentity(page);
    await expect(dialog.getByRole("alert")).toContainText(
      "No passkey was made. The browser's question was closed",
    );
    await device.refuse(false);
    await dialog.getByRole("button", { name: "Continue" }).click();
    await expect(passkeys(page).getByRole("listitem")).toHaveCount(1);
  });

  test("are asked for no longer than the dialog stands", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    const device = await addAuthenticator(page);
    await device.ignore(true);
    await page.goto("/account/security");
    await page.getByRole("button", { name: "Add passkey…" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a passkey" });
    await dialog.getByRole("button", { name: "Continue" }).click();
    await confirmIdentity(page);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toHaveCount(0);
    await device.ignore(false);
    await addPasskey(page, "Work laptop", { isKnown: true });
    expect(await device.size()).toBe(1);
    await expect(passkeys(page).getByRole("listitem")).toHaveCount(1);
  });

  test("are there although the answer was lost", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await addAuthenticator(page);
    await page.goto("/account/security");
    await answerAddition(page, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole("button", { name: "Add passkey…" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a passkey" });
    await dialog.getByRole("button", { name: "Continue" }).click();
    await confirmIdentity(page);
    await expect(dialog.getByRole("alert")).toContainText("The server cannot be reached.");
    await page.keyboard.press("Escape");
    await expect(passkeys(page).getByRole("listitem")).toHaveCount(1);
  });

  test("that the server refuses may be left on the device, and it says so", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("auditor");
    await addAuthenticator(page);
    await page.goto("/account/security");
    await answerAddition(page, (route) =>
      route.fulfill({ status: 400, headers: { "X-Error-Code": "invalid" }, json: {} }),
    );
    await page.getByRole("button", { name: "Add passkey…" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a passkey" });
    await dialog.getByRole("button", { name: "Continue" }).click();
    await confirmIdentity(page);
    await expect(dialog.getByRole("alert")).toContainText("Your device may have kept it");
  });

  test("that are gone meanwhile are said to be, not by their id", async ({
    page,
    db,
    signedInAs,
  }) => {
    const user = await signedInAs("auditor");
    await addAuthenticator(page);
    await page.goto("/account/security");
    await addPasskey(page, "Work laptop");
    await page.getByRole("button", { name: "Rename Work laptop…" }).click();
    await db.query(`DELETE FROM "Passkey" WHERE "userId" = $1`, [user.id]);
    const rename = page.getByRole("dialog", { name: "Rename Work laptop" });
    await rename.getByLabel("Name").fill("Laptop");
    await rename.getByRole("button", { name: "Rename" }).click();
    await expect(rename.getByRole("alert")).toContainText("This passkey was removed already.");
  });

  test("sign in without a username, by a button", async ({ page, signedInAs }) => {
    await offerByButtonsAlone(page);
    await signedInAs("auditor");
    await getPasskey(page);
    await forgetSession(page);
    await page.goto("/sign-in?back=/audit");
    await page.getByRole("button", { name: "Continue with a passkey" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
    await untilLive(page);
    await page.goto("/account/security");
    await expect(passkeys(page)).not.toContainText("last used never");
    await page.goto("/account/sessions");
    await expect(page.getByRole("listitem").filter({ hasText: "This session" })).toContainText(
      "Passkey · signed in",
    );
  });

  test("are offered where the username is typed", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await getPasskey(page);
    await forgetSession(page);
    await page.goto("/sign-in?back=/audit");
    await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
  });

  test("are not offered over the one that a button asks for", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    await addAuthenticator(page);
    await page.goto("/account/security");
    await addPasskey(page, "Work laptop");
    await forgetSession(page);
    const { held, release } = hold();
    const options = "**/api/users/adm/passkey/options";
    let askedFor = 0;
    await page.route(options, async (route) => {
      askedFor += 1;
      if (askedFor === 1) await held;
      await route.continue().catch(() => undefined);
    });
    const withdrawn = page.waitForEvent("requestfailed");
    await page.goto("/sign-in?back=/audit");
    await expect.poll(() => askedFor).toBe(1);
    await page.route(options, async (route) => {
      await withdrawn;
      await route.fallback();
    });
    await page.getByRole("button", { name: "Continue with a passkey" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
    release();
  });

  test("are offered again after a button was turned away from", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    const device = await addAuthenticator(page);
    await page.goto("/account/security");
    await addPasskey(page, "Work laptop");
    await forgetSession(page);
    await device.refuse(true);
    const { held, release } = hold();
    let askedFor = 0;
    await page.route("**/api/users/adm/passkey/options", async (route) => {
      askedFor += 1;
      if (askedFor === 3) await held;
      await route.continue();
    });
    await page.goto("/sign-in?back=/audit");
    await expect.poll(() => askedFor).toBe(1);
    await page.getByRole("button", { name: "Continue with a passkey" }).click();
    await expect.poll(() => askedFor).toBe(2);
    await expect(page.getByRole("alert").filter({ hasText: "No passkey was used" })).toBeVisible();
    await device.refuse(false);
    release();
    await expect(page.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
  });

  test("that were offered and chosen say why they did not let in", async ({ page, signedInAs }) => {
    await signedInAs("auditor");
    const device = await addAuthenticator(page);
    await page.goto("/account/security");
    await addPasskey(page, "Work laptop");
    await forgetSession(page);
    await page.route("**/api/auth/callback/credentials", async (route) => {
      await device.ignore(true);
      await route.abort();
    });
    await page.goto("/sign-in");
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in$/);
  });

  test("that cannot be offered are no fault of whoever has not asked", async ({ page }) => {
    await addAuthenticator(page);
    const refused = page.waitForEvent("requestfailed");
    await page.route("**/api/users/adm/passkey/options", (route) => route.abort());
    await page.goto("/sign-in");
    await refused;
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  });

  test("let nobody in once they are removed, and it says so", async ({ page, db, signedInAs }) => {
    await offerByButtonsAlone(page);
    const user = await signedInAs("auditor");
    await getPasskey(page);
    await db.query(`DELETE FROM "Passkey" WHERE "userId" = $1`, [user.id]);
    await forgetSession(page);
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Continue with a passkey" }).click();
    await expect(page.getByRole("alert").filter({ hasText: /passkey/ })).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in$/);
  });

  test("say who one is", async ({ page, db, signedInAs }) => {
    const user = await signedInAs("auditor");
    await getPasskey(page);
    await db.query(
      `UPDATE "Session" SET "identityConfirmedAt" = now() - interval '1 day' WHERE "userId" = $1`,
      [user.id],
    );
    await page.reload();
    await page.getByRole("button", { name: "Set up…" }).click();
    await identityCheck(page).getByRole("button", { name: "Use a passkey instead" }).click();
    const use = identityCheck(page).getByRole("button", { name: "Use a passkey", exact: true });
    await expect(use).toBeFocused();
    await use.click();
    await expect(identityCheck(page)).toHaveCount(0);
    await expect(page.getByRole("dialog", { name: "Set up an authenticator app" })).toBeVisible();
  });

  test("that were made for another address are said to be of no use here", async ({
    page,
    db,
    signedInAs,
  }) => {
    const user = await signedInAs("auditor");
    await getPasskey(page);
    await db.query(`UPDATE "Passkey" SET "rpId" = 'old.example' WHERE "userId" = $1`, [user.id]);
    await page.reload();
    await expect(passkeys(page)).toContainText("Does not work here");
    await addPasskey(page, "Work laptop again", { isKnown: true });
    await expect(passkeys(page).getByRole("listitem")).toHaveCount(2);
  });
});

test("no passkey is offered at an address that allows none", async ({ request, baseURL }) => {
  const html = async (origin: string) => (await request.get(`${origin}/sign-in`)).text();
  expect(await html(baseURL ?? "")).toContain("Continue with a passkey");
  expect(await html((baseURL ?? "").replace("localhost", "127.0.0.1"))).not.toContain(
    "Continue with a passkey",
  );
});
