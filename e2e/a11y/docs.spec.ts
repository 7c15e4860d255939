import { expect, test } from "../fixtures";
import { expectGoodInEveryLook } from "./looks";

test("the API reference is accessible", async ({ page, signedInAs }) => {
  await signedInAs("service-user");
  await page.goto("/docs");
  await expect(page.getByRole("heading", { level: 1, name: "API reference" })).toBeVisible();
  await expectGoodInEveryLook(page);
});
