import type { Page } from "@playwright/test";

/**
 * Until the page is whole and React has taken over all that one can use: lists and forms come to life when scripts of
 * their own have arrived, a moment after the page. React says so by a property of its own on each element. A page that
 * is not made with it, or whose scripts do not run, is live at once.
 */
export async function untilLive(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(async () => {
    if (!("__next_f" in window)) return;
    const nextFrame = () => new Promise(requestAnimationFrame);
    const isLive = (element: Element) =>
      Object.keys(element).some((key) => key.startsWith("__reactProps"));
    const controls = "a[href], button, input, select, textarea";
    const isPageLive = () => [...document.querySelectorAll(controls)].every(isLive);
    while (!isPageLive()) await nextFrame();
    // What React runs after it has taken over, keyboard shortcuts among it, comes with the next frames.
    await nextFrame();
    await nextFrame();
  });
}
