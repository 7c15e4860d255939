import { defineConfig, devices } from "@playwright/test";
import { serverEnvironment } from "./e2e/environment";
import { chromiumArgs } from "./scripts/lib/chromium.mjs";
import { portForLater } from "./scripts/lib/ports.mjs";

// Every worker loads this file again and must find the ports that the first one chose.
const port = Number(process.env.E2E_PORT ?? (await portForLater("127.0.0.1")));
process.env.E2E_PORT = String(port);
const providerPort = Number(process.env.E2E_PROVIDER_PORT ?? (await portForLater("127.0.0.1")));
process.env.E2E_PROVIDER_PORT = String(providerPort);

const firefox = process.env.FIREFOX_PATH ?? "";

export default defineConfig({
  forbidOnly: true,
  globalSetup: "./e2e/provider.ts",
  retries: 0,
  workers: 2,
  fullyParallel: true,
  // Limits are for what hangs, not for a slow machine.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  outputDir: "test-results/e2e",
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_REPORT ?? "test-results/e2e.json" }],
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${port}`,
    // To record one takes a third of the time of a test.
    trace: process.env.E2E_TRACE === "on" ? "on" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      args: chromiumArgs,
      ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    },
  },
  projects: [
    { name: "faults", testDir: "e2e/faults" },
    { name: "first-run", testDir: "e2e/first-run" },
    { name: "journeys", testDir: "e2e/journeys", dependencies: ["first-run"] },
    { name: "a11y", testDir: "e2e/a11y", dependencies: ["first-run"] },
    ...(firefox === ""
      ? []
      : [{ name: "firefox", testDir: "e2e/firefox", dependencies: ["first-run"] }]),
  ],
  webServer: {
    command: "node scripts/e2e-server.mjs",
    env: serverEnvironment(port, providerPort),
    url: `http://localhost:${port}/api/ready`,
    timeout: 180_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
