// Counts what the test runners report. What was skipped has not passed, and counts as failed.
import { readFile } from "node:fs/promises";

/** @typedef {{ passed: number, failed: number }} Tally */

/** @param {string} reportFile @returns {Promise<Tally>} */
export async function readVitestReport(reportFile) {
  /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const report = JSON.parse(await readFile(reportFile, "utf8"));
  return sum(
    report.testResults.map(({ status, assertionResults }) => {
      const passed = assertionResults.filter((test) => test.status === "passed").length;
      const failed = assertionResults.length - passed;
      // A file that cannot be loaded has no tests to fail.
      return { passed, failed: status === "failed" ? Math.max(failed, 1) : failed };
    }),
  );
}

/** @param {string} reportFile @returns {Promise<Tally>} */
export async function readPlaywrightReport(reportFile) {
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} */
  const { stats, errors } = JSON.parse(await readFile(reportFile, "utf8"));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  };
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  };
}
