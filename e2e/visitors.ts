// Who sits in front of a browser that goes to the provider of the tests.
import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { issuerAt } from "./environment";

export const VISITOR_COOKIE = "visitor";

export function issuer(): string {
  return issuerAt(Number(process.env["E2E_PROVIDER_PORT"]));
}

/** What a page asks of the provider, where it is expected to. */
export const providerRequests = /^request to http:\/\/127\.0\.0\.1:/;

export interface Visitor {
  /** What the provider calls them. */
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

/** Whom the provider takes a browser for. */
export async function visitAs(
  context: BrowserContext,
  said: Partial<Visitor> = {},
  at = issuer(),
): Promise<Visitor> {
  const sub = randomUUID();
  const visitor = {
    sub,
    email: `${sub.slice(0, 8)}@example.com`,
    email_verified: true,
    name: "",
    ...said,
  };
  const value = Buffer.from(JSON.stringify(visitor)).toString("base64url");
  await context.addCookies([{ name: VISITOR_COOKIE, value, url: at }]);
  return visitor;
}
