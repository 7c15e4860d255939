import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const notOurs = ["**/node_modules/**", ".next*/**", ".build/**", ".data/**", "e2e/**"];
const integrationTests = "**/*.integration.test.ts";

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    maxWorkers: 2,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...notOurs, integrationTests],
          setupFiles: ["lib/testing/fail-on-console.ts"],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          // Modules are loaded once per worker: what files may not share is in the database, which each clones anew.
          isolate: false,
          include: [integrationTests],
          exclude: notOurs,
          globalSetup: ["lib/testing/global-setup.ts"],
          setupFiles: ["lib/testing/fail-on-console.ts", "lib/testing/integration-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
