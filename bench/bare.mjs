// The bare program beside which ours is measured: `node:http` and `pg`, and nothing around the statements.
import { createServer } from "node:http";
import pg from "pg";

/** @typedef {import("./statements.mjs").Statement} Statement */

const { PORT, HOST, BARE_DATABASE_URL, BARE_ROUTES = "{}" } = process.env;
/** @type {Record<string, Statement[]>} by path */
const routes = JSON.parse(BARE_ROUTES);
const pool = new pg.Pool({ connectionString: BARE_DATABASE_URL, max: 20 });
// The database may end before it does.
pool.on("error", () => {});
const batch = 1000;

// It is asked in turns with ours, and keeps its connections meanwhile.
createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
  const statements = routes[request.url ?? ""];
  const answering = statements ? answer(response, statements) : empty(response);
  answering.catch((error) => {
    console.error(error);
    response.destroy();
  });
}).listen(Number(PORT), HOST);

/** @param {import("node:http").ServerResponse} response */
async function empty(response) {
  response.setHeader("Content-Type", "application/json");
  response.end('{"status":"ok"}');
}

/** @param {import("node:http").ServerResponse} response @param {Statement[]} statements */
async function answer(response, statements) {
  const before = statements.slice(0, -1);
  for (const statement of before) await pool.query(prepared(statement));
  const last = statements.at(-1);
  response.setHeader("Content-Type", "application/json");
  if (!last) response.end("[]");
  else if (last.name === "cursor") await stream(response, last);
  else response.end(JSON.stringify((await pool.query(prepared(last))).rows));
}

/** Under its name where it has one. @param {Statement} statement */
function prepared({ name, ...statement }) {
  return name === "<unnamed>" ? statement : { name, ...statement };
}

/** All rows of a statement, a batch at a time. @param {import("node:http").ServerResponse} response @param {Statement} statement */
async function stream(response, { text, values }) {
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query({ text: `DECLARE all_rows NO SCROLL CURSOR FOR ${text}`, values });
  let separator = "[";
  for (;;) {
    const { rows } = await client.query(`FETCH ${batch} FROM all_rows`);
    if (rows.length === 0) break;
    const text = rows.map((row) => JSON.stringify(row)).join(",");
    if (!response.write(separator + text)) await new Promise((go) => response.once("drain", go));
    separator = ",";
  }
  response.end(separator === "[" ? "[]" : "]");
  await client.query("COMMIT");
  client.release();
}
