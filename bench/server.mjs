// A production server in a process of its own, with a super admin to call as.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { portForLater } from "../scripts/lib/ports.mjs";
import { run } from "../scripts/lib/run.mjs";
import { call } from "./http.mjs";

const host = "127.0.0.1";
const setupToken = "setup-token-of-the-bench";
const password = "password of the bench";
const pollMs = 20;

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

/** @param {Record<string, string>} variables added to the environment */
export async function startServer(variables) {
  const startedAt = performance.now();
  const { url, child } = await launch(["scripts/start.mjs"], variables);
  await untilAnswered(`${url}/api/ready`, child);
  const readyMs = performance.now() - startedAt;
  const bearer = await signIn(url);

  return {
    url,
    readyMs,
    bearer,
    password,
    /** @param {string} path */
    get: (path) => call(`${url}${path}`, { headers: { Authorization: bearer } }),
    /** @param {string} path @param {object} body */
    post: (path, body) =>
      call(`${url}${path}`, { method: "POST", headers: { Authorization: bearer }, body }),
    /** @param {string} path */
    remove: (path) =>
      call(`${url}${path}`, { method: "DELETE", headers: { Authorization: bearer } }),
    /** @returns {Promise<number>} bytes */
    residentMemory: async () => {
      const { output } = await run("ps", ["-o", "rss=", "-p", String(child.pid)]);
      return Number(output) * 1024;
    },
    stop: () => stop(child),
  };
}

/**
 * Starts a Node program that listens on PORT.
 *
 * @param {string[]} args
 * @param {Record<string, string>} variables
 */
export async function launch(args, variables) {
  const port = await portForLater(host);
  const { DATABASE_URL: _, ...inherited } = process.env;
  const own = {
    ...{ PORT: String(port), HOST: host, MUSTER_SETUP_TOKEN: setupToken },
    METRICS: "on",
  };
  const child = spawn(process.execPath, args, {
    env: { ...inherited, ...own, NODE_ENV: "production", ...variables },
    // Log lines are written, as in production, and nobody reads them.
    stdio: ["ignore", "ignore", "inherit"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  return { url: `http://${host}:${port}`, child };
}

/** @param {string} url @param {import("node:child_process").ChildProcess} child */
export async function untilAnswered(url, child) {
  while (child.exitCode === null) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await sleep(pollMs);
  }
  throw new Error("The server ended while it started: see its message above.");
}

/** @param {import("node:child_process").ChildProcess} child */
export async function stop(child) {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

/** @param {string} url @returns {Promise<string>} the value of the Authorization header */
async function signIn(url) {
  const body = { username: "bench", password };
  const headers = { "X-Setup-Token": setupToken };
  const hasSuperAdmin = await call(`${url}/api/users/adm/hassuperadmin`);
  if (hasSuperAdmin.text !== "true") {
    await call(`${url}/api/users/adm/createsuperadmin`, { method: "POST", headers, body });
  }
  return `Bearer ${await newSessionToken(url, body)}`;
}

/**
 * @param {string} url
 * @param {{ username: string, password: string }} credentials
 * @returns {Promise<string>}
 */
export async function newSessionToken(url, credentials) {
  const answer = await call(`${url}/api/users/adm/authenticate`, {
    method: "POST",
    body: credentials,
  });
  return JSON.parse(answer.text).Response.AuthToken;
}

/** @param {Server} server @returns {Promise<string>} the Cookie header of a signed-in browser */
export async function signInBrowser({ url, password }) {
  const token = await newSessionToken(url, { username: "bench", password });
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = await csrf.json();
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookiesOf(csrf), Origin: url },
    body: new URLSearchParams({ csrfToken, token, json: "true" }),
  });
  return cookiesOf(answer);
}

/** @param {Response} response */
function cookiesOf(response) {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
