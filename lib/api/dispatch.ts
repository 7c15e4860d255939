import "server-only";
import { isRecord } from "@/lib/wire";
import { targetOf } from "./path";
import { allowedMethods, methodNotAllowed, noSuchPath, optionsResponse, refuse } from "./refusals";

type Handler = (request: Request) => Promise<Response>;

/** One file under `app/api`: its path, `/api/users/{username}`, and what it exports. */
export interface Route {
  path: string;
  module: Partial<Record<string, unknown>>;
}

/** What is served at a path. */
interface Served {
  path: string;
  methods: ReadonlyMap<string, Handler>;
}

interface Node {
  fixed: Map<string, Node>;
  parameter: Node | null;
  served: Served | null;
}

/**
 * Answers every request below `/api` from the route files, unknown paths and methods included.
 * @throws when a handler below `/api` was not made from the contract entry of its path and method
 */
export function createDispatcher(routes: readonly Route[]): Handler {
  const root = emptyNode();
  for (const route of routes) {
    const { path } = route;
    nodeAt(root, path.split("/")).served = { path, methods: methodsOf(route) };
  }
  return (request) => {
    const { pathname } = targetOf(request);
    return answer(request, find(root, pathname.split("/"), 0));
  };
}

function emptyNode(): Node {
  return { fixed: new Map(), parameter: null, served: null };
}

function nodeAt(root: Node, parts: string[]): Node {
  let node = root;
  for (const part of parts) {
    if (part.startsWith("{")) {
      node.parameter ??= emptyNode();
      node = node.parameter;
    } else {
      const next = node.fixed.get(part) ?? emptyNode();
      node.fixed.set(part, next);
      node = next;
    }
  }
  return node;
}

function methodsOf({ path, module }: Route): ReadonlyMap<string, Handler> {
  const methods = new Map<string, Handler>();
  for (const [name, value] of Object.entries(module)) {
    if (!/^[A-Z]+$/.test(name) || !isHandler(value)) continue;
    if (path.startsWith("/api/") && !isDeclared(value, path, name)) {
      throw new TypeError(`${name} ${path} is not made from its contract entry.`);
    }
    methods.set(name, value);
  }
  return methods;
}

/** Deny by default: without its entry a handler would know no `who`. */
function isDeclared(handler: Handler & { contract?: unknown }, path: string, method: string) {
  const { contract } = handler;
  return isRecord(contract) && contract["path"] === path && contract["method"] === method;
}

function isHandler(value: unknown): value is Handler {
  return typeof value === "function";
}

/** Fixed parts win over parameters, as in Next; a parameter is never empty. */
function find(node: Node, parts: string[], at: number): Served | null {
  const part = parts[at];
  if (part === undefined) return node.served;
  const fixed = node.fixed.get(part);
  const found = fixed ? find(fixed, parts, at + 1) : null;
  if (found || part === "" || !node.parameter) return found;
  return find(node.parameter, parts, at + 1);
}

async function answer(request: Request, served: Served | null): Promise<Response> {
  if (!served) return refuse(request, noSuchPath());
  const { path, methods } = served;
  const handler = methods.get(request.method);
  if (handler) return handler(request);
  const get = methods.get("GET");
  if (request.method === "HEAD" && get) return withoutBody(await get(request));
  const allowed = allowedMethods([...methods.keys()]);
  if (request.method === "OPTIONS") return optionsResponse(request, allowed);
  return refuse(request, methodNotAllowed(request.method, allowed), path);
}

async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}
