import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../fixtures";

/** Faults in the markup that the documentation viewer (Scalar) makes by itself; ours around it has none of them. */
const inViewer = [
  "aria-allowed-attr",
  "aria-required-children",
  "button-name",
  "color-contrast",
  "scrollable-region-focusable",
];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`the documentation, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("has no faults but those of its viewer", async ({ page }) => {
      await page.goto("/docs");
      await expect(page.getByText("/api/users/{username}").first()).toBeVisible({
        timeout: 30_000,
      });
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .disableRules(inViewer)
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
    });
  });
}
