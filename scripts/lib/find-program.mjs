import { accessSync, constants } from "node:fs";
import path from "node:path";

/**
 * The first of these that can be run: the one that was given, one of these names in the path, one of these files.
 *
 * @param {{ given: string | undefined, names: string[], paths: string[] }} candidates
 * @returns {string | null}
 */
export function findProgram({ given = "", names, paths }) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).concat("/usr/bin");
  const inPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [given, ...inPath, ...paths].find(isExecutable) ?? null;
}

/** @param {string} file */
function isExecutable(file) {
  if (file === "") return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
