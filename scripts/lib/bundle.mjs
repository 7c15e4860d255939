// Bundles our own TypeScript for Node, which cannot run it.
import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const routesModule = "virtual:routes";

/**
 * @param {{ entry: string, outfile: string, withRoutes?: boolean }} options paths from the root of
 *   the repository; withRoutes puts the handlers under app/api into `virtual:routes`
 */
export async function bundle({ entry, outfile, withRoutes = false }) {
  const routes = withRoutes ? await findRoutes() : [];
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    sourcemap: true,
    logLevel: "warning",
    alias: { "server-only": path.join(root, "node_modules/server-only/empty.js") },
    plugins: [routesPlugin(routes)],
  });
}

/** @typedef {{ path: string, file: string }} RouteFile */

/** @returns {Promise<RouteFile[]>} those that the server answers itself; next-auth's need Next */
export async function findRoutes() {
  const folders = await Promise.all([listFiles("app/api"), listFiles("app/metrics")]);
  return folders
    .flat()
    .filter((file) => path.basename(file) === "route.ts")
    .filter((file) => !file.startsWith("app/api/auth/") && !file.includes("[..."))
    .map((file) => ({ path: toPath(file), file }));
}

/** @param {string} folder @returns {Promise<string[]>} */
async function listFiles(folder) {
  const entries = await readdir(path.join(root, folder), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join("/"))
    .sort();
}

/** @param {string} file `app/api/users/[username]/route.ts` */
function toPath(file) {
  const folders = path.posix.dirname(file).split("/").slice(1);
  const parts = folders
    .filter((folder) => !folder.startsWith("("))
    .map((folder) => folder.replace(/^\[(.+)\]$/, "{$1}"));
  return `/${parts.join("/")}`;
}

/** @param {RouteFile[]} routes @returns {esbuild.Plugin} */
function routesPlugin(routes) {
  const imports = routes.map(({ file }, index) => `import * as route${index} from "./${file}";`);
  const entries = routes.map(
    ({ path }, index) => `  { path: ${JSON.stringify(path)}, module: route${index} },`,
  );
  const contents = [...imports, "export const routes = [", ...entries, "];"].join("\n");
  return {
    name: "routes",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${routesModule}$`) }, () => ({
        path: routesModule,
        namespace: "routes",
      }));
      onLoad({ filter: /.*/, namespace: "routes" }, () => ({
        contents,
        loader: "js",
        resolveDir: root,
      }));
    },
  };
}
