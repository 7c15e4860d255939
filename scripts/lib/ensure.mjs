// Makes a working copy ready to run. Imports nothing but Node's own: it runs before any package is there.
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { runInherited } from "./run.mjs";
import {
  hashBuildSources,
  hashClientSources,
  hashPackageSources,
  isStamped,
  root,
  writeStamp,
} from "./sources.mjs";

const oldestNode = [20, 19];
const modulesDir = path.join(root, "node_modules");
const packagesStamp = path.join(modulesDir, ".muster-packages");
const installingMark = path.join(root, ".build/installing");
const clientStamp = path.join(root, "lib/db/generated/.muster-client");
const lockFile = path.join(root, ".build/lock");

/** Checks Node, installs the packages and generates the database client, each only when needed. */
export async function ensureReady() {
  checkNode();
  process.chdir(root);
  if ((await hasPackages()) && (await hasClient())) return;
  await withLock(lockFile, async () => {
    if (!(await hasPackages())) await installPackages();
    if (!(await hasClient())) await generateClient();
  });
}

/**
 * Builds for production unless that was done from the same files.
 *
 * @returns {Promise<string>} the folder of the build, with `server.js` and `next`
 */
export async function ensureBuilt() {
  const { build, findBuild } = await import("./build.mjs");
  const id = await hashBuildSources();
  const found = await findBuild(id);
  return found ?? withLock(lockFile, async () => (await findBuild(id)) ?? build(id));
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Muster needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}.`,
  );
}

async function hasPackages() {
  return isStamped(packagesStamp, await hashPackageSources());
}

async function hasClient() {
  return isStamped(clientStamp, await hashClientSources());
}

async function installPackages() {
  console.log("Installing packages.");
  // An installation that was killed leaves half packages, which npm would take for whole ones.
  if (existsSync(installingMark)) await rm(modulesDir, { recursive: true, force: true });
  await rm(packagesStamp, { force: true });
  await writeStamp(installingMark, "");
  const args = ["install", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith(".js")
    ? await runInherited(process.execPath, [npm, ...args])
    : await runInherited("npm", args);
  await rm(installingMark);
  if (code !== 0) throw new Error("The packages could not be installed: see npm's message above.");
  await writeStamp(packagesStamp, await hashPackageSources());
}

async function generateClient() {
  await rm(clientStamp, { force: true });
  const prisma = path.join(modulesDir, "prisma/build/index.js");
  // Generating does not use the engine that Prisma would otherwise download: any program will do.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  const args = [prisma, "generate", "--no-hints"];
  const code = await runInherited(process.execPath, args, { env, quiet: true });
  if (code !== 0) throw new Error("The database client could not be generated.");
  await writeStamp(clientStamp, await hashClientSources());
}
