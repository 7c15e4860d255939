// Folders import one way: whatever a folder needs of another, that one needs nothing of it, nor do those below.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const roots = ["lib", "components"];
const NOT_OURS = /\.test\.tsx?$|\.cases\.ts$|^lib\/(testing|db\/generated)\//;
const IMPORT = /(?:\bfrom|\bimport\(|\bimport)\s*"((?:@|\.{1,2})\/[^"]+)"/g;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** Folders that are mechanisms below the domains, or the lists above them. */
const MECHANISMS = /^lib\/(api|audit|auth|crypto|db|domains|jobs|mail|reach|server)\//;

/**
 * A file's folder. Of a domain's, what it is made of (schemas, values) and what others may call inside their own
 * transactions (effects and repositories) are floors below all domains, whichever folder holds them.
 */
function floorOf(file: string): string {
  const [root = "", folder = "", ...rest] = file.split("/");
  const name = rest.join("/");
  // Above the database, unlike the plain files beside it.
  if (file === "lib/metrics.ts") return file;
  if (root !== "lib" || name === "") return rest.length === 0 ? root : `${root}/${folder}`;
  if (MECHANISMS.test(file)) return `${root}/${folder}`;
  if (/^(.*-)?(effects|repository)\.ts$/.test(name)) return "lib/*: effects, repositories";
  return /^((.*-)?service|contract|policy|jobs)\.ts$/.test(name)
    ? `${root}/${folder}`
    : "lib/*: schemas, values";
}

type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

function arrowsOf(files: readonly string[]): Arrows {
  const arrows = new Map<string, Set<string>>();
  for (const file of files) {
    const from = floorOf(file);
    const text = readFileSync(file, "utf8").replace(COMMENT, "");
    for (const [, specifier = ""] of text.matchAll(IMPORT)) {
      const target = specifier.startsWith("@/")
        ? specifier.slice(2)
        : path.posix.join(path.posix.dirname(file), specifier);
      const to = floorOf(`${target}.ts`);
      if (to !== from) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
    }
  }
  return arrows;
}

/** What can be reached along the arrows. */
function reachOf(arrows: Arrows, from: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(arrows.get(from) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(arrows.get(next) ?? []));
  }
  return reached;
}

const files = roots
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" }).map((file) =>
      path.posix.join(root, file.split(path.sep).join("/")),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !NOT_OURS.test(file))
  // Types alone: a context holds the database, and the database's transactions hold a context.
  .filter((file) => file !== "lib/context.ts");

test("no folder can be reached from itself", () => {
  const arrows = arrowsOf(files);
  const rings = [...arrows.keys()].filter((folder) => reachOf(arrows, folder).has(folder));
  expect(rings).toEqual([]);
});
