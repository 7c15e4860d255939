// What the server asks its database for a request, taken from the database's own log, so that it cannot differ.
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** @typedef {{ name: string, text: string, values: (string | null)[] }} Statement */

/** The log is written by another process, in batches. */
const settleMs = 200;
const rounds = 4;

/**
 * @param {{ url: string, dataDir: string, serve: () => Promise<import("./server.mjs").Server> }} database
 * @param {(server: import("./server.mjs").Server) => Promise<Record<string, string>>} choose the path of each request, by what it is called
 * @returns {Promise<Record<string, { path: string, statements: Statement[] }>>}
 */
export async function recordStatements({ url, dataDir, serve }, choose) {
  const logFile = path.join(dataDir, "postgres", "server.log");
  await run(url, "ALTER ROLE CURRENT_USER SET log_statement = 'all'");
  const server = await serve();
  try {
    /** @type {Record<string, { path: string, statements: Statement[] }>} */
    const found = {};
    for (const [name, requested] of Object.entries(await choose(server))) {
      // What is asked once in a while is not what a request costs.
      await server.get(requested);
      const recordings = [];
      for (let round = 0; round < rounds; round += 1) {
        await sleep(settleMs);
        const { size } = await stat(logFile);
        await server.get(requested);
        await sleep(settleMs);
        recordings.push(statementsIn((await readFile(logFile)).subarray(size).toString()));
      }
      // Jobs ask as well, now and then.
      const [statements = []] = recordings.sort((one, other) => one.length - other.length);
      found[name] = { path: requested, statements };
    }
    return found;
  } finally {
    await server.stop();
    await run(url, "ALTER ROLE CURRENT_USER RESET log_statement");
  }
}

/** @param {string} url @param {string} text */
async function run(url, text) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(text);
  await client.end();
}

/** Lines that begin with a tab go on with the statement. @param {string} log @returns {Statement[]} */
function statementsIn(log) {
  /** @type {Statement[]} */
  const statements = [];
  for (const entry of log.split(/\n(?=\d{4}-)/)) {
    const executed = /LOG:\s+execute ([^:]+): ([\s\S]*)$/.exec(entry);
    const given = /DETAIL:\s+Parameters: ([\s\S]*)$/i.exec(entry);
    const last = statements.at(-1);
    if (executed?.[1] && executed[2]) {
      const text = executed[2].replaceAll("\n\t", "\n").trim();
      statements.push({ name: executed[1], text, values: [] });
    } else if (given?.[1] && last) {
      last.values = valuesIn(given[1]);
    }
  }
  return statements;
}

/** `$1 = 'it''s', $2 = NULL` @param {string} text */
function valuesIn(text) {
  return [...text.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(
    ([, value]) => value?.replaceAll("''", "'") ?? null,
  );
}
