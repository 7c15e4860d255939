// Runs every check there is, or those named: npm test -- lint unit, npm test -- e2e e2e/journeys/users.spec.ts
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { ensureBuilt, ensureReady } from "./lib/ensure.mjs";
import { reportFailure } from "./lib/report-failure.mjs";
import { readPlaywrightReport, readVitestReport, sum } from "./lib/reports.mjs";
import { run, runInherited } from "./lib/run.mjs";

/** @typedef {import("./lib/reports.mjs").Tally} Tally */
/** @typedef {{ name: string, run: () => Promise<Tally> }} Step */

const binaries = {
  prettier: "prettier/bin/prettier.cjs",
  eslint: "eslint/bin/eslint.js",
  tsc: "typescript/bin/tsc",
  knip: "knip/bin/knip.js",
  vitest: "vitest/vitest.mjs",
  playwright: "@playwright/test/cli.js",
};
const reportsDir = "test-results/reports";
const passed = { passed: 1, failed: 0 };
const failed = { passed: 0, failed: 1 };

/** Lanes run side by side; what needs both cores runs alone, afterwards. */
const lanes = [
  [
    check("format", "prettier", ["--check", "."]),
    check("lint", "eslint", ["--max-warnings", "0", "."]),
  ],
  [
    check("types", "tsc", ["--noEmit"]),
    check("dead-code", "knip", []),
    { name: "build", run: build },
    vitest("unit"),
  ],
];
const alone = [vitest("integration"), { name: "e2e", run: e2e }];

/** Names of checks, and files that the browser tests are cut down to. */
const given = process.argv.slice(2);
const journeys = given.filter((argument) => argument.endsWith(".spec.ts"));
const names = given.filter((argument) => !journeys.includes(argument));

/** @type {ReturnType<typeof ensureBuilt> | undefined} */
let building;

try {
  checkNames();
  await ensureReady();
  await rm(reportsDir, { recursive: true, force: true });
  await mkdir(reportsDir, { recursive: true });
  const { passed, failed } = await runAll();
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
} catch (error) {
  reportFailure(error);
}

function checkNames() {
  const known = [...lanes.flat(), ...alone].map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Error(`There is no check "${unknown}", only ${known.join(", ")}.`);
}

/** All when none is named. */
async function runAll() {
  const isWanted = (/** @type {Step} */ { name }) => names.length === 0 || names.includes(name);
  const fromLanes = await Promise.all(lanes.map((lane) => runInOrder(lane.filter(isWanted))));
  return sum([...fromLanes, await runInOrder(alone.filter(isWanted))]);
}

/** @param {Step[]} steps */
async function runInOrder(steps) {
  const tallies = [];
  for (const step of steps) tallies.push(await runStep(step));
  return sum(tallies);
}

/** @param {Step} step */
async function runStep(step) {
  const startedAt = performance.now();
  const tally = await step.run().catch((error) => {
    console.error(error);
    return failed;
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const mark = tally.failed === 0 ? "ok" : "FAILED";
  console.log(
    `${mark}  ${step.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`,
  );
  return tally;
}

/** @param {string} name @param {keyof typeof binaries} program @param {string[]} args @returns {Step} */
function check(name, program, args) {
  return {
    name,
    run: async () => {
      const { code, output } = await run(process.execPath, [binary(program), ...args]);
      if (code !== 0) console.log(`\n--- ${name}\n${output}\n`);
      return code === 0 ? passed : failed;
    },
  };
}

async function build() {
  building ??= ensureBuilt();
  await building;
  return passed;
}

/** @param {string} project @returns {Step} */
function vitest(project) {
  const report = path.join(reportsDir, `${project}.json`);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json"];
  return {
    name: project,
    run: async () => {
      const all = [binary("vitest"), ...args, `--outputFile.json=${report}`];
      return settle(await runInherited(process.execPath, all), await readVitestReport(report));
    },
  };
}

async function e2e() {
  const { ensureChromium } = await import("./lib/chromium.mjs");
  const { findFirefox } = await import("./lib/firefox.mjs");
  await build();
  const firefox = findFirefox();
  if (firefox === null) console.log("No Firefox is installed: the journey in it is left out.");
  const report = path.join(reportsDir, "e2e.json");
  const env = {
    ...process.env,
    CHROMIUM_PATH: await ensureChromium(),
    FIREFOX_PATH: firefox ?? "",
    PLAYWRIGHT_REPORT: report,
    // Fixtures use our own modules, which are marked "server-only". Firefox is spoken to by a WebSocket.
    NODE_OPTIONS: "--conditions=react-server --experimental-websocket",
  };
  const code = await runInherited(process.execPath, [binary("playwright"), "test", ...journeys], {
    env,
  });
  return settle(code, await readPlaywrightReport(report));
}

/** A runner that fails without a failed test has still failed. */
function settle(/** @type {number} */ code, /** @type {Tally} */ tally) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** @param {keyof typeof binaries} program */
function binary(program) {
  return path.join("node_modules", binaries[program]);
}
