import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { securityHeaders } from "./security-headers";

function policyOf(): string[] {
  const headers = securityHeaders({ nonce: "N", isDevelopment: false });
  return headers["Content-Security-Policy"].split("; ");
}

const stylesOf = (policy: string[]) => policy.find((line) => line.startsWith("style-src "));

test("styles need the nonce of the page", () => {
  expect(stylesOf(policyOf())).toMatch(/^style-src 'self' 'nonce-N' 'sha256-/);
});

test("no page says where its addresses begin, or lets itself be framed", () => {
  expect(policyOf()).toEqual(
    expect.arrayContaining(["base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'"]),
  );
});

test("the style element of toasts is the one that is installed", async () => {
  const source = await readFile("node_modules/sonner/dist/index.mjs", "utf8");
  const text: unknown = JSON.parse(/__insertCSS\((".*")\);/.exec(source)?.[1] ?? "");
  const hash = createHash("sha256").update(String(text)).digest("base64");
  expect(stylesOf(policyOf())).toContain(`'sha256-${hash}'`);
});
