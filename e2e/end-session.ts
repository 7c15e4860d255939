import type { Page } from "@playwright/test";
import type pg from "pg";

/** Ends somebody's session just when their page saves something: earlier, another of its requests might tell first. */
export async function endSessionAtSave(page: Page, db: pg.Client, userId: string): Promise<void> {
  let hasEnded = false;
  await page.route("**/api/users/*", async (route) => {
    if (!hasEnded && route.request().method() !== "GET") {
      hasEnded = true;
      await db.query(`DELETE FROM "Session" WHERE "userId" = $1`, [userId]);
    }
    await route.fallback();
  });
}
