import { expect, test } from "../fixtures";

// A phone on its side.
test.use({ viewport: { width: 750, height: 342 }, hasTouch: true, isMobile: true });

test("fields are large enough for a phone not to zoom, at the smallest text", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("admin", { textSize: 12 });
  for (const path of ["/users", "/account", "/settings"]) {
    await page.goto(path);
    const sizes = await page
      .locator("input:not([type=checkbox], [type=radio], [hidden]), select")
      .evaluateAll((fields) => fields.map((field) => parseFloat(getComputedStyle(field).fontSize)));
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  }
});
