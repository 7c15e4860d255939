import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";
import { expect } from "../fixtures";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

type Theme = "light" | "dark";

/** What passes is only counted: to name each part of a page takes longer than to look at it. */
const found = { resultTypes: ["violations"] } satisfies RunOptions;
const everything: RunOptions = {
  ...found,
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
const colours: RunOptions = { ...found, runOnly: ["color-contrast", "link-in-text-block"] };

/** As the page's own choice of a theme does it. @returns what it was, which may be "system" */
async function showTheme(page: Page, theme: string): Promise<string> {
  return page.evaluate((chosen) => {
    const { dataset } = document.documentElement;
    const before = dataset.theme ?? "";
    dataset.theme = chosen;
    return before;
  }, theme);
}

/** Colours on their way to others are not looked at. */
async function untilStill(page: Page) {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

async function violationsIn(page: Page, theme: Theme, options: RunOptions): Promise<string[]> {
  await showTheme(page, theme);
  await untilStill(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (given) => {
    const { violations } = await window.axe.run(document, given);
    return violations.map(({ id, nodes }) => ({ id, parts: nodes.map(({ html }) => html) }));
  }, options);
  return violations.map(({ id, parts }) => `${theme}: ${id}: ${parts.join(" ")}`);
}

/** What has nothing to do with colours is the same in both themes. */
async function violations(page: Page): Promise<string[]> {
  const before = await showTheme(page, "light");
  const inLight = await violationsIn(page, "light", everything);
  const inDark = await violationsIn(page, "dark", colours);
  await showTheme(page, before);
  return [...inLight, ...inDark];
}

/** Looks at a page in both themes. What appears meanwhile is looked at again, when it stands still. */
export async function expectAccessible(page: Page) {
  await expect.poll(() => violations(page)).toEqual([]);
}
