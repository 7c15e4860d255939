// No contract is left out of what holds for all endpoints.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** The folder lib/api holds what contracts are made of. */
const domains = readdirSync("lib").filter(
  (folder) => folder !== "api" && existsSync(path.join("lib", folder, "contract.ts")),
);

test.each(domains)("lib/%s tests its contract with its cases", (domain) => {
  const source = readFileSync(path.join("lib", domain, "contract.integration.test.ts"), "utf8");
  expect(source).toContain(' } from "./contract";');
  expect(source).toContain(' } from "./contract.cases";');
  expect(source).toMatch(/^describeContract\(\w+Contract, \w+Cases\);$/m);
});
