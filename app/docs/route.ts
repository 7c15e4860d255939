import { pageContext } from "@/lib/auth/page-context";
import { paths } from "@/lib/paths";
import { preferencesOf } from "@/lib/settings/service";
import type { UserSettings } from "@/lib/settings/schema";

/** The API reference, for everybody: a document of its own, so that the viewer's scripts and styles stay in it. */
export async function GET(request: Request): Promise<Response> {
  const preferences = await preferencesOf(await pageContext());
  const nonce = request.headers.get("x-nonce") ?? "";
  return new Response(page(nonce, preferences), {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}

function page(nonce: string, { theme, text_size: textSize }: UserSettings): string {
  return `<!doctype html>
<html lang="en" style="font-size: ${textSize}px">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API reference · Muster</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${stylesFor(theme)}</style>
</head>
<body>
<header><a href="${paths.home}">← Back to Muster</a><a href="/api/openapi.json">OpenAPI document</a></header>
<div id="reference"><noscript>The viewer needs JavaScript. The OpenAPI document does not.</noscript></div>
<script nonce="${nonce}" src="/docs/viewer.js"></script>
<script nonce="${nonce}">Scalar.createApiReference("#reference", ${JSON.stringify(options(theme))});</script>
</body>
</html>`;
}

function stylesFor(theme: UserSettings["theme"]): string {
  return `
:root { color-scheme: ${theme === "system" ? "light dark" : theme}; --scalar-custom-header-height: 2.75rem; }
body { margin: 0; }
header { position: sticky; top: 0; z-index: 10; box-sizing: border-box; height: 2.75rem; padding: 0 1rem;
  display: flex; align-items: center; justify-content: space-between;
  font: 500 0.875rem/1.25rem system-ui, sans-serif; background: Canvas; border-bottom: 1px solid #8884; }
header a { color: CanvasText; text-decoration: none; }
header a:hover { text-decoration: underline; }
`;
}

/** Nothing that asks somebody else's server: no fonts, no telemetry, no proxy, no assistant. */
function options(theme: UserSettings["theme"]) {
  return {
    url: "/api/openapi.json",
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    showDeveloperTools: "never",
    hideClientButton: true,
    proxyUrl: "",
    ...(theme !== "system" && { forceDarkModeState: theme, hideDarkModeToggle: true }),
  };
}
