// Fails a test that writes to console.error or console.warn; one that means to spies on them first.
import { format } from "node:util";
import { afterEach, expect } from "vitest";

const unexpected: string[] = [];

for (const level of ["error", "warn"] as const) {
  console[level] = (...parts: unknown[]) => {
    unexpected.push(`console.${level}: ${format(...parts)}`);
  };
}

afterEach(() => {
  expect(unexpected.splice(0), "a test must not write to the console").toEqual([]);
});
