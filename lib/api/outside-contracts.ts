import "server-only";
import { AppError } from "@/lib/errors";
import type { Contract } from "./contract";
import { allowedMethods, methodNotAllowed, optionsResponse, refuse } from "./refusals";

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
  const methods = methodsAt(contracts, pathname);
  if (methods.length === 0)
    return refuse(request, new AppError("not_found", "There is no such path."));
  const { method } = request;
  if (methods.includes(method) || (method === "HEAD" && methods.includes("GET"))) return null;
  const allow = allowedMethods(methods);
  if (method === "OPTIONS") return optionsResponse(request, allow);
  return refuse(request, methodNotAllowed(method, allow));
}

/** The methods of the most specific path that fits: fixed parts win over parameters, from the left. */
function methodsAt(contracts: readonly Contract[], pathname: string): string[] {
  const parts = pathname.split("/");
  const templates = contracts.map(({ path, method }) => ({ parts: path.split("/"), method }));
  const fitting = templates.filter((template) => fits(template.parts, parts));
  const [best] = fitting.map(({ parts: own }) => specificity(own)).sort();
  return fitting.filter(({ parts: own }) => specificity(own) === best).map(({ method }) => method);
}

function fits(template: string[], parts: string[]): boolean {
  if (template.length !== parts.length) return false;
  return template.every((own, index) => {
    const part = parts[index];
    return own.startsWith("{") ? part !== "" : own === part;
  });
}

/** Sorts before all less specific ones: 0 for a fixed part, 1 for a parameter. */
function specificity(parts: string[]): string {
  return parts.map((part) => (part.startsWith("{") ? "1" : "0")).join("");
}
