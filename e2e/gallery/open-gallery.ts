// Serves the gallery from the address of the built server, for its styles; the server knows nothing of it.
import { build } from "esbuild";
import type { Page } from "@playwright/test";

let script: Promise<string> | undefined;

export async function openGallery(page: Page): Promise<void> {
  const signIn = await (await page.request.get("/sign-in")).text();
  const styles = signIn.match(/<link[^>]+rel="stylesheet"[^>]*>/g) ?? [];
  script ??= bundle();
  const text = await script;
  await page.route("**/gallery.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: text }),
  );
  await page.route("**/gallery", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en" data-theme="light"><head><title>Gallery</title>
        <meta name="viewport" content="width=device-width" />${styles.join("")}</head>
        <body><script src="/gallery.js" type="module"></script></body></html>`,
    }),
  );
  await page.goto("/gallery");
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["e2e/gallery/gallery.tsx"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
  });
  return outputFiles[0]?.text ?? "";
}
