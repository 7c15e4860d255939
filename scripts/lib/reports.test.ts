import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPlaywrightReport, readVitestReport } from "./reports.mjs";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "muster-reports-"));
});

afterAll(() => rm(folder, { recursive: true }));

describe("reports", () => {
  test("counts a skipped test and a file that cannot be loaded as failed", async () => {
    const file = await write({
      testResults: [
        { status: "passed", assertionResults: [{ status: "passed" }, { status: "skipped" }] },
        { status: "failed", assertionResults: [] },
      ],
    });
    expect(await readVitestReport(file)).toEqual({ passed: 1, failed: 2 });
  });

  test("counts flaky and skipped browser tests, and errors outside of tests, as failed", async () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 };
    const file = await write({ stats, errors: [{}] });
    expect(await readPlaywrightReport(file)).toEqual({ passed: 4, failed: 4 });
  });
});

async function write(report: unknown): Promise<string> {
  const file = path.join(folder, "report.json");
  await writeFile(file, JSON.stringify(report));
  return file;
}
