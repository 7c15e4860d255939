import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";

/** The code that an app shows that was given the key by hand. */
export async function codeOfShownKey(page: Page): Promise<string> {
  const key = await page.getByRole("definition").locator("code").textContent();
  const secret = Secret.fromBase32((key ?? "").replaceAll(" ", ""));
  return new TOTP({ secret }).generate();
}
