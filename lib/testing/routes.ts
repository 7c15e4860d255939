// Every route file under app/api, but next-auth's, as the server's bundle finds them.
import { readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Contract } from "@/lib/api/contract";
import type { Route } from "@/lib/api/dispatch";
import type { RouteHandler } from "@/lib/api/handle";

const root = path.resolve("app/api");

export function routeFiles(): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts" && !file.startsWith(`auth${path.sep}`))
    .sort();
}

/** `users/[username]/route.ts` is `/api/users/{username}`. */
export function pathOfRouteFile(file: string): string {
  const folder = path.dirname(file).split(path.sep).join("/");
  return `/api/${folder}`.replace(/\[(\w+)\]/g, "{$1}");
}

export async function loadRoutes(): Promise<Route[]> {
  return Promise.all(
    routeFiles().map(async (file) => ({
      path: pathOfRouteFile(file),
      module: await load(path.join(root, file)),
    })),
  );
}

async function load(file: string): Promise<Route["module"]> {
  const loaded: unknown = await import(/* @vite-ignore */ file);
  return { ...z.record(z.string(), z.unknown()).parse(loaded) };
}

export function isRouteHandler(value: unknown): value is RouteHandler {
  return typeof value === "function" && "contract" in value;
}

/** The handler that a route file exports for this entry. */
export async function handlerOf(contract: Contract): Promise<RouteHandler> {
  const folder = contract.path.slice("/api/".length).replace(/\{(\w+)\}/g, "[$1]");
  const handler = (await load(path.join(root, folder, "route.ts")))[contract.method];
  if (isRouteHandler(handler) && handler.contract === contract) return handler;
  throw new Error(`No route file answers ${contract.method} ${contract.path}.`);
}
