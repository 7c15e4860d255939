// How pages and dialogs are looked at: in which looks, and what the eye must not find.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

export interface Look {
  theme: "light" | "dark";
  textSize: number;
  width: number;
}

const looks: Look[] = [
  { theme: "light", textSize: 16, width: 1440 },
  { theme: "dark", textSize: 16, width: 1440 },
  { theme: "light", textSize: 24, width: 390 },
  { theme: "dark", textSize: 24, width: 390 },
  { theme: "light", textSize: 12, width: 768 },
];

export function inEveryLook(define: (look: Look) => void): void {
  for (const look of looks) {
    const { theme, textSize, width } = look;
    test.describe(`${theme}, ${String(textSize)} px, ${String(width)} wide`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme: theme });
      define(look);
    });
  }
}

export async function expectNoSidewaysScrolling(page: Page) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "pixels that the page is wider than the window").toBeLessThanOrEqual(0);
}
