import "server-only";
import type { Contract } from "./contract";
import { fitsPattern } from "./path";
import { allowedMethods, methodNotAllowed, noSuchPath, optionsResponse, refuse } from "./refusals";

/**
 * Answers requests that no contract entry has, or null for the others. Only where Next calls the route files
 * (development): the server's own dispatcher answers the same from the same tables.
 */
export function answerOutsideContracts(
  contracts: readonly Contract[],
  request: Request,
): Response | null {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/api/auth/")) return null;
  const served = servedAt(contracts, pathname);
  const [first] = served;
  if (!first) return refuse(request, noSuchPath());
  const { method } = request;
  const methods = served.map((contract): string => contract.method);
  if (methods.includes(method) || (method === "HEAD" && methods.includes("GET"))) return null;
  const allowed = allowedMethods(methods);
  if (method === "OPTIONS") return optionsResponse(request, allowed);
  return refuse(request, methodNotAllowed(method, allowed), first.path);
}

/** The entries of the most specific path that fits: fixed parts win over parameters, from the left. */
function servedAt(contracts: readonly Contract[], pathname: string): Contract[] {
  const fitting = contracts.filter(({ path }) => fitsPattern(path, pathname));
  const [best] = fitting.map(({ path }) => specificity(path)).sort();
  return fitting.filter(({ path }) => specificity(path) === best);
}

/** Sorts before all less specific ones: 0 for a fixed part, 1 for a parameter. */
function specificity(path: string): string {
  const parts = path.split("/");
  return parts.map((part) => (part.startsWith("{") ? "1" : "0")).join("");
}
