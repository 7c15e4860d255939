// Runs the measurements, one after the other, on one machine in one run.
import { measureBrowser } from "./browser.mjs";
import { measureFloor } from "./floor.mjs";
import { measureGateways } from "./gateways.mjs";
import { measureHotPath } from "./hot-path.mjs";
import { measureInvites } from "./invites.mjs";
import { measureJavaScript } from "./javascript.mjs";
import { measureList } from "./list.mjs";
import { measureNetworks } from "./networks.mjs";
import { measureRequests } from "./requests.mjs";
import { writeResults } from "./results.mjs";
import { measureSignIns } from "./sign-ins.mjs";
import { measureStart } from "./start.mjs";
import { measureTokenPages } from "./token-pages.mjs";
import { measureUserPages } from "./user-pages.mjs";
import { createWorld } from "./world.mjs";

/** In this order: what a later one needs of an earlier one is in `world`. */
const measurements = {
  floor: measureFloor,
  requests: measureRequests,
  users: measureUserPages,
  list: measureList,
  "sign-ins": measureSignIns,
  javascript: measureJavaScript,
  browser: measureBrowser,
  tokens: measureTokenPages,
  gateways: measureGateways,
  networks: measureNetworks,
  invites: measureInvites,
  "hot-path": measureHotPath,
  start: measureStart,
};

/**
 * @typedef {object} Result
 * @property {string} what
 * @property {string} measured
 * @property {string} [target]
 * @property {boolean} [met] where there is a target
 *
 * @typedef {{ title: string, results: Result[] }} Section
 */

/** @param {{ only: string[], sizes: number[] }} options */
export async function bench({ only, sizes }) {
  const chosen = Object.entries(measurements).filter(
    ([name]) => !only.length || only.includes(name),
  );
  if (chosen.length === 0) {
    throw new Error(
      `There is nothing to measure: choose of ${Object.keys(measurements).join(", ")}.`,
    );
  }
  const world = await createWorld(sizes);
  try {
    /** @type {Section[]} */
    const sections = [];
    for (const [name, measure] of chosen) {
      console.log(`Measuring: ${name}.`);
      sections.push(await measure(world));
    }
    await writeResults(sections, { isWhole: only.length === 0 });
  } finally {
    await world.close();
  }
}
