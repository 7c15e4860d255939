import { expect, test } from "../fixtures";
import { untilLive } from "../live";

const basic = `Basic ${Buffer.from("ada:secret").toString("base64")}`;

test.describe("behind a proxy that asks for a password of its own", () => {
  test.use({ extraHTTPHeaders: { Authorization: basic } });

  test("pages are shown, and what is changed is saved", async ({ page, signedInAs, db }) => {
    const user = await signedInAs("admin");
    await page.goto("/account");
    await page.getByLabel("Display name").fill("Ada Behind");
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect
      .poll(async () => {
        const { rows } = await db.query<{ displayName: string }>(
          `SELECT "displayName" FROM "User" WHERE "id" = $1`,
          [user.id],
        );
        return rows[0]?.displayName;
      })
      .toBe("Ada Behind");
    await expect(page).toHaveURL(/\/account$/);
  });
});

test.describe("where calls are refused and pages are not", () => {
  test.use({ expectedConsole: [/401/] });

  test("the sign-in page is shown once, and nothing loads in a circle", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("auditor");
    await page.goto("/users");
    let isRefusing = false;
    await page.route("**/api/**", async (route) => {
      isRefusing ||= route.request().url().includes("anybody");
      if (!isRefusing) return route.fallback();
      await route.fulfill({
        status: 401,
        headers: { "X-Error-Code": "unauthenticated" },
        json: { Code: 401, Message: "Sign in.", Response: null, RequestId: "x" },
      });
    });
    let loads = 0;
    page.on("load", () => (loads += 1));
    await page.getByRole("searchbox", { name: "Search users" }).fill("anybody");
    await expect(page).toHaveURL(/\/sign-in\?back=/);
    await expect(page.getByLabel("Username")).toBeVisible();
    await untilLive(page);
    expect(loads).toBe(1);
  });
});
