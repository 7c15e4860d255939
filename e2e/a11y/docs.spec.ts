import { expect, test } from "../fixtures";
import { expectAccessible } from "./axe";
import { expectNoSidewaysScrolling, inEveryLook } from "./looks";

inEveryLook((look) => {
  test("the API reference is accessible", async ({ page, signedInAs }) => {
    await signedInAs("service-user", look);
    await page.goto("/docs");
    await expect(page.getByRole("heading", { level: 1, name: "API reference" })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
  });
});
