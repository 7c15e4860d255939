// Every route file under app/api, but next-auth's, as the server's bundle finds them.
import { readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
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

/** The handlers by `GET /api/users`. */
export async function loadHandlers(): Promise<ReadonlyMap<string, RouteHandler>> {
  const handlers = new Map<string, RouteHandler>();
  for (const { path: route, module } of await loadRoutes()) {
    for (const [method, handler] of Object.entries(module)) {
      if (isRouteHandler(handler)) handlers.set(`${method} ${route}`, handler);
    }
  }
  return handlers;
}
