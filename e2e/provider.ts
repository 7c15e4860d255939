// The provider that people of the browser tests sign in by: one for all, started before the tests.
import type { FullConfig } from "@playwright/test";
import { startProvider } from "../lib/testing/oidc-server";
import { VISITOR_COOKIE } from "./visitors";

/** @returns the end of it */
export default async function startForAll({ projects }: FullConfig) {
  const { stop } = await startProvider("oidc", {
    port: Number(process.env["E2E_PROVIDER_PORT"]),
    app: projects[0]?.use.baseURL ?? "",
    visitorCookie: VISITOR_COOKIE,
  });
  return stop;
}
