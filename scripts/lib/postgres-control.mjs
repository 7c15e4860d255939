// Starts the PostgreSQL of a data folder, or finds that it runs.
import { existsSync } from "node:fs";
import { readFile, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { tryPort } from "./ports.mjs";

export const host = "127.0.0.1";
const startTimeoutSeconds = 600;
const maxLogBytes = 20 * 1024 * 1024;
const maxSocketBytes = 100;

/** @typedef {import("./postgres-cluster.mjs").Cluster} Cluster */

/**
 * @typedef {object} Address
 * @property {number} port
 * @property {string | null} socketDir where its Unix socket is; null without one
 */

/** @param {Cluster} cluster @returns {Promise<Address>} where it listens */
export async function ensureStarted(cluster) {
  const { dataDir, log } = cluster;
  await removeStalePid(dataDir);
  if (await isRunning(cluster)) return readAddress(dataDir);

  const port = await choosePort(dataDir);
  const hasSocket = await fitsSocket(dataDir, port);
  const failure = await start(cluster, { port, hasSocket });
  // Some file systems, such as shared folders of a virtual machine, hold no sockets.
  const isOfSocket = hasSocket && /Unix-domain socket/.test(failure?.message ?? "");
  const last = isOfSocket ? await start(cluster, { port, hasSocket: false }) : failure;
  if (last) throw last;
  log(`The embedded database listens on port ${port}.`);
  return readAddress(dataDir);
}

/**
 * @param {Cluster} cluster @param {{ port: number, hasSocket: boolean }} options
 * @returns {Promise<Error | null>} why it does not run
 */
async function start(cluster, options) {
  const { dataDir, binaries, runner } = cluster;
  const logFile = await rotateLog(dataDir);
  const logStart = await sizeOf(logFile);
  const { code, output } = await runner.run(binaries.pg_ctl, [
    ...["start", "-w", "-t", String(startTimeoutSeconds), "-D", dataDir, "-l", logFile],
    ...["-o", flags(cluster.settings, options)],
  ]);
  if (code === 0 || (await isRunning(cluster))) return null;
  return startError(logFile, { logStart, output });
}

/** @param {Cluster} cluster */
async function isRunning({ dataDir, binaries, runner }) {
  const { code } = await runner.run(binaries.pg_ctl, ["status", "-D", dataDir]);
  return code === 0;
}

/** @param {Record<string, string>} settings @param {{ port: number, hasSocket: boolean }} options */
function flags(settings, { port, hasSocket }) {
  const all = {
    ...settings,
    listen_addresses: host,
    // Its own folder, where it runs: nobody else may enter it.
    unix_socket_directories: hasSocket ? "." : "",
    unix_socket_permissions: "0700",
  };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  return [`-p ${port}`, ...options].join(" ");
}

/**
 * After a crash the process id of the old database may belong to something else, which PostgreSQL
 * would take for itself.
 *
 * @param {string} dataDir
 */
async function removeStalePid(dataDir) {
  const pidFile = path.join(dataDir, "postmaster.pid");
  const pid = (await readFile(pidFile, "utf8").catch(() => "")).split("\n")[0];
  if (!pid || !existsSync(`/proc/${pid}`)) return;
  const workingDir = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  if (workingDir !== null && workingDir !== (await realpath(dataDir)))
    await rm(pidFile, { force: true });
}

/** @param {string} dataDir @returns {Promise<Address>} */
async function readAddress(dataDir) {
  const lines = (await readFile(path.join(dataDir, "postmaster.pid"), "utf8")).split("\n");
  return { port: Number(lines[3]), socketDir: lines[4] === "." ? await realpath(dataDir) : null };
}

/** The address of a socket is short everywhere. @param {string} dataDir @param {number} port */
async function fitsSocket(dataDir, port) {
  if (process.platform === "win32") return false;
  const socket = path.join(await realpath(dataDir), `.s.PGSQL.${port}`);
  return Buffer.byteLength(socket) < maxSocketBytes;
}

/** @param {string} dataDir @returns {Promise<number>} the remembered port, or another when it is taken */
async function choosePort(dataDir) {
  const portFile = path.join(dataDir, "muster.port");
  const remembered = Number(await readFile(portFile, "utf8").catch(() => "0"));
  const port = (await tryPort({ port: remembered, host })) ?? (await tryPort({ port: 0, host }));
  if (port === null) throw new Error("There is no free port for the embedded database.");
  if (port !== remembered) await writeFile(portFile, String(port));
  return port;
}

/** @param {string} dataDir */
async function rotateLog(dataDir) {
  const logFile = path.join(dataDir, "server.log");
  if ((await sizeOf(logFile)) > maxLogBytes) await rename(logFile, `${logFile}.old`);
  return logFile;
}

/** @param {string} file @returns {Promise<number>} 0 where there is none */
function sizeOf(file) {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/**
 * What this start has said: in the log, or, where that cannot be written, on the output of the command.
 *
 * @param {string} logFile @param {{ logStart: number, output: string }} said logStart: where the log ended before
 */
export async function startError(logFile, { logStart, output }) {
  const log = await readFile(logFile).catch(() => Buffer.alloc(0));
  const lines = [...output.split("\n"), ...log.subarray(logStart).toString().split("\n")];
  const reason = lines.findLast((line) => /(FATAL|PANIC|error):/.test(line));
  if (reason !== undefined) {
    return new Error(`The embedded database did not start: ${reason.trim()} (see ${logFile}).`);
  }
  const folder = path.dirname(logFile);
  return new Error(
    `The embedded database did not start: the data folder ${folder} cannot be written ` +
      `(${/(could not|cannot) .*/.exec(output)?.[0] ?? "it said nothing"}).`,
  );
}
