// How pages and dialogs are looked at: in which looks, and what the eye must not find.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { expectAccessible } from "./axe";

export interface Look {
  textSize: number;
  width: number;
}

/** Each in both themes, see `expectAccessible`. */
const looks: Look[] = [
  { textSize: 16, width: 1440 },
  { textSize: 24, width: 390 },
  { textSize: 12, width: 768 },
];

/** For what other looks reach in other ways, as menus that only a phone has. */
export function inEveryLook(define: (look: Look) => void): void {
  for (const look of looks) {
    test.describe(nameOf(look), () => {
      test.use({ viewport: viewportOf(look) });
      define(look);
    });
  }
}

/** For what lays itself out anew while it is open. */
export async function expectGoodInEveryLook(page: Page): Promise<void> {
  for (const look of looks) {
    await test.step(nameOf(look), async () => {
      await page.setViewportSize(viewportOf(look));
      await page.evaluate((textSize) => {
        document.documentElement.style.setProperty("--text-size", `${String(textSize)}px`);
      }, look.textSize);
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
    });
  }
}

export async function expectNoSidewaysScrolling(page: Page) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "pixels that the page is wider than the window").toBeLessThanOrEqual(0);
}

function nameOf({ textSize, width }: Look): string {
  return `${String(textSize)} px, ${String(width)} wide`;
}

function viewportOf({ width }: Look) {
  return { width, height: 900 };
}
