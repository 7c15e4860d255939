import "server-only";
import { randomUUID } from "node:crypto";
import { securityHeaders } from "@/lib/security-headers";

/** Stands on its own: what a page is made of needs the database, for the theme of who looks at it. */
export function unavailablePage(): Response {
  const nonce = randomUUID();
  return new Response(html(nonce), {
    status: 503,
    headers: {
      ...securityHeaders({ nonce, isDevelopment: false }),
      // It stands in the place of any page, and in the address of some there is a secret.
      "Referrer-Policy": "no-referrer",
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "private, no-store",
      "Retry-After": "5",
    },
  });
}

function html(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Muster cannot answer · Muster</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
  body { margin: 15vh auto; max-width: 26rem; padding: 0 1rem }
  h1 { font-size: 1.25rem }
  a { color: inherit; display: inline-block; padding: 0.375rem 0 }
</style>
</head>
<body>
<main>
<h1>Muster cannot answer at the moment</h1>
<p>Its database cannot be reached. Nothing is lost. Try again in a moment; if it stays so, the server's log says why.</p>
<p><a href="">Try again</a></p>
</main>
</body>
</html>
`;
}
