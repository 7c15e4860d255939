// Makes the data folder of the embedded database, or refuses one that is not fit.
import { existsSync } from "node:fs";
import {
  access,
  constants,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { randomBytes, randomUUID } from "node:crypto";
import path from "node:path";
import { codeOf } from "./error-code.mjs";
import { findBinaries } from "./postgres-binaries.mjs";
import { chooseRunner } from "./postgres-user.mjs";

export const role = "muster";
const abandonedAfterMs = 10 * 60_000;

/**
 * @typedef {{ dataDir: string, binaries: import("./postgres-binaries.mjs").Binaries, runner: import("./postgres-user.mjs").Runner, settings: Record<string, string>, log: (message: string) => void }} Cluster
 */

/** @param {Omit<Cluster, "binaries" | "runner">} options @returns {Promise<Cluster>} */
export async function openCluster(options) {
  const { dataDir } = options;
  const binaries = await findBinaries();
  await makeUsable(dataDir);
  const runner = await chooseRunner({ dataDir, program: binaries.postgres });
  const version = await runner.run(binaries.postgres, ["-V"]);
  if (version.code !== 0) {
    throw new Error(
      `The embedded PostgreSQL cannot be run from ${path.dirname(binaries.postgres)} ` +
        `(${lastLine(version.output)}): move Muster to a folder that everyone may enter, or set DATABASE_URL.`,
    );
  }
  const cluster = { ...options, binaries, runner };
  await initialise(cluster);
  await checkMajor(dataDir, version.output);
  return cluster;
}

/** @param {string} dataDir */
async function makeUsable(dataDir) {
  try {
    await mkdir(path.dirname(dataDir), { recursive: true });
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await readdir(dataDir);
    await access(dataDir, constants.W_OK);
  } catch (error) {
    throw new Error(
      `The data folder ${dataDir} cannot be used (${codeOf(error)}): ` +
        "set MUSTER_DATA_DIR to a folder that this user may write to, or set DATABASE_URL.",
    );
  }
}

/** @param {Cluster} cluster */
async function initialise(cluster) {
  const { dataDir, runner, log } = cluster;
  const content = await readdir(dataDir);
  if (content.includes("PG_VERSION")) return adopt(cluster);
  if (content.length > 0) {
    throw new Error(`The folder ${dataDir} is not empty and holds no database of Muster.`);
  }
  log("Creating the embedded database.");
  // Made beside its place and renamed, so that a start that was killed leaves no half database.
  const draftDir = `${dataDir}.new-${randomUUID()}`;
  await mkdir(draftDir, { mode: 0o700 });
  await runner.own(draftDir);
  await initdb(cluster, draftDir);
  await moveUnlessMade(draftDir, dataDir);
  await removeOldDrafts(dataDir);
}

/** @param {string} draftDir @param {string} dataDir */
async function moveUnlessMade(draftDir, dataDir) {
  try {
    await rename(draftDir, dataDir);
  } catch (error) {
    await rm(draftDir, { recursive: true, force: true });
    if (!existsSync(path.join(dataDir, "PG_VERSION"))) throw error;
  }
}

/** @param {string} dataDir */
async function removeOldDrafts(dataDir) {
  const parent = path.dirname(dataDir);
  const prefix = `${path.basename(dataDir)}.new-`;
  for (const name of (await readdir(parent)).filter((entry) => entry.startsWith(prefix))) {
    const draft = path.join(parent, name);
    const madeAt = await stat(draft).then(
      (file) => file.mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - madeAt > abandonedAfterMs) await rm(draft, { recursive: true, force: true });
  }
}

/** @param {Cluster} cluster @param {string} draftDir */
async function initdb({ binaries, runner, settings }, draftDir) {
  const passwordFile = `${draftDir}.password`;
  const password = randomBytes(24).toString("base64url");
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await runner.own(passwordFile);
  const { code, output } = await runner.run(binaries.initdb, [
    `--pgdata=${draftDir}`,
    `--username=${role}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    ...(settings["fsync"] === "off" ? ["--no-sync"] : []),
  ]);
  if (code !== 0) {
    await rm(passwordFile, { force: true });
    await rm(draftDir, { recursive: true, force: true });
    throw new Error(`The embedded database could not be made: ${lastLine(output)}`);
  }
  await rename(passwordFile, passwordPath(draftDir));
}

/**
 * Takes over a folder that root has copied or restored.
 *
 * @param {Cluster} cluster
 */
async function adopt({ dataDir, runner }) {
  const { uid } = await stat(path.join(dataDir, "PG_VERSION"));
  if (uid === 0) await runner.own(dataDir);
}

/** @param {string} dataDir @param {string} programVersion */
async function checkMajor(dataDir, programVersion) {
  const made = (await readFile(path.join(dataDir, "PG_VERSION"), "utf8")).trim();
  const brought = /(\d+)/.exec(programVersion)?.[1];
  if (made === brought) return;
  throw new Error(
    `The data folder ${dataDir} was made by PostgreSQL ${made}, but this Muster brings ${brought}: ` +
      "dump it with the version that made it, or set MUSTER_DATA_DIR to another folder.",
  );
}

/** @param {string} dataDir */
export function passwordPath(dataDir) {
  return path.join(dataDir, "muster.password");
}

/** @param {string} output */
function lastLine(output) {
  return output.split("\n").at(-1) ?? "";
}
