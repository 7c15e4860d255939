// Tells whether what was made from files is still made from the files of now.
import { createHash } from "node:crypto";
import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const buildSources = [
  "app",
  "components",
  "lib",
  "public",
  "scripts/lib",
  "prisma/schema.prisma",
  "server.ts",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tailwind.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const packageSources = ["package.json", "package-lock.json"];
const clientSources = ["prisma/schema.prisma", "package-lock.json"];
// Files that begin with a dot come from editors and from the Finder.
const notBuilt = /(\.test\.tsx?|\.md)$|^lib\/testing\/|^lib\/db\/generated\/|(^|\/)\.[^/]+$/;

export const hashBuildSources = () => hashFiles(buildSources);
export const hashPackageSources = () => hashFiles(packageSources);
export const hashClientSources = () => hashFiles(clientSources);

/** @param {string[]} sources files and folders; what is missing counts too */
async function hashFiles(sources) {
  const hash = createHash("sha256");
  const files = (await Promise.all(sources.map(listFiles))).flat().sort();
  for (const file of files.filter((name) => !notBuilt.test(name))) {
    hash.update(`${file}\0`).update(await readFile(path.join(root, file)));
  }
  return hash.digest("hex").slice(0, 20);
}

/** @param {string} source @returns {Promise<string[]>} paths from the root, with slashes */
async function listFiles(source) {
  const found = await stat(path.join(root, source)).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [source];
  const entries = await readdir(path.join(root, source), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => listFiles(path.posix.join(source, entry.name))),
  );
  return nested.flat();
}

/** @param {string} stampFile @param {string} hash */
export async function isStamped(stampFile, hash) {
  return (await readFile(stampFile, "utf8").catch(() => "")) === hash;
}

/** @param {string} stampFile @param {string} hash */
export async function writeStamp(stampFile, hash) {
  await writeFile(stampFile, hash);
}
