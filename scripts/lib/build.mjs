// Builds for production, each set of sources into a folder of its own, so that no server loses its files.
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { bundle } from "./bundle.mjs";
import { runInherited } from "./run.mjs";
import { root, writeStamp } from "./sources.mjs";

const buildsFolder = ".build/production";
const keptBuilds = 3;

/**
 * @param {string} id the hash of the sources
 * @returns {Promise<string | null>} the folder of a finished build, from the root of the repository
 */
export async function findBuild(id) {
  const names = await readdir(path.join(root, buildsFolder)).catch(() => []);
  const dirs = names.filter((name) => name.startsWith(id)).map((name) => `${buildsFolder}/${name}`);
  return dirs.find((dir) => existsSync(completeFile(dir))) ?? null;
}

/**
 * A build that was killed leaves a folder that is never looked at, even if parts of it still run.
 *
 * @param {string} id the hash of the sources
 * @returns {Promise<string>} the folder of the build
 */
export async function build(id) {
  console.log("Building.");
  const dir = `${buildsFolder}/${id}-${Date.now().toString(36)}`;
  await mkdir(path.join(root, dir), { recursive: true });
  const [code] = await Promise.all([
    buildPages(dir),
    bundle({ entry: "server.ts", outfile: `${dir}/server.js`, withRoutes: true }),
  ]);
  if (code !== 0) throw new Error("The build failed: see the messages above.");
  await writeStamp(completeFile(dir), id);
  await removeOldBuilds();
  return dir;
}

/** @param {string} dir */
function buildPages(dir) {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  return runInherited(process.execPath, [next, "build"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_DIST_DIR: `${dir}/next`,
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
}

/** @param {string} dir */
function completeFile(dir) {
  return path.join(root, dir, "complete");
}

async function removeOldBuilds() {
  const folder = path.join(root, buildsFolder);
  const builds = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const dir = path.join(folder, name);
      return { dir, madeAt: (await stat(dir)).mtimeMs };
    }),
  );
  const old = builds.sort((a, b) => b.madeAt - a.madeAt).slice(keptBuilds);
  for (const { dir } of old) await rm(dir, { recursive: true, force: true });
}
