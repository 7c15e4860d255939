import type { Page } from "@playwright/test";

/** As if the browser had lost its session. A page that stays open would meanwhile go to the sign-in page by itself. */
export async function forgetSession(page: Page): Promise<void> {
  await page.goto("about:blank");
  await page.context().clearCookies({ name: "muster.session-token" });
}
