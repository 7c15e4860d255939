import { expect, test } from "vitest";
import packages from "@/package.json" with { type: "json" };
import { findBinaries } from "./postgres-binaries.mjs";

test("a platform without a binary is told what to do instead", async () => {
  await expect(findBinaries("plan9-mips")).rejects.toThrow(
    "There is no embedded PostgreSQL for plan9-mips: set DATABASE_URL to a PostgreSQL 14 or newer.",
  );
});

test("every platform's package is of one version and may link its libraries", () => {
  const { optionalDependencies, allowScripts } = packages;
  expect(new Set(Object.values(optionalDependencies)).size).toBe(1);
  expect(allowScripts).toMatchObject(
    Object.fromEntries(Object.keys(optionalDependencies).map((name) => [name, true])),
  );
});
