import "server-only";
import { z } from "zod";
import type { Context } from "@/lib/context";
import { logger } from "@/lib/logger";

interface Reported {
  ctx: Pick<Context, "requestId">;
  provider: string;
  /** What came of a round trip. */
  outcome: string;
  failure?: unknown;
}

/** A line in the log for each round trip, without names, addresses, codes and tokens. */
export function report({ ctx: { requestId }, provider, outcome, failure }: Reported): void {
  const line = { requestId, provider, outcome };
  if (failure === undefined || failure === null) logger().info(line, "single sign-on");
  else logger().warn({ ...line, reason: reasonOf(failure) }, "single sign-on");
}

/**
 * What went wrong, as far as the library's own words say it: what it expected and got stands behind a comma, what the
 * provider says in words is left out, and so are the tokens that hang on its errors.
 */
function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return "unknown";
  if (failure instanceof z.ZodError) {
    return `the provider's answer is not as it must be: ${failure.issues.map(({ path }) => path.join(".")).join(" ")}`;
  }
  if ("error" in failure && codeIn(failure.error) !== "") {
    return `the provider says ${codeIn(failure.error)}`;
  }
  const code = "code" in failure ? codeIn(failure.code) : statusIn(failure);
  const [words = ""] = failure.message.split(/[,\n(]/, 1);
  return [failure.name, code, words.slice(0, 120)].filter((part) => part !== "").join(": ");
}

function codeIn(value: unknown): string {
  return typeof value === "string" && /^[\w.-]{1,64}$/.test(value) ? value : "";
}

/** Of an answer that was no success. */
function statusIn(failure: Error): string {
  const response = "response" in failure && failure.response;
  if (typeof response !== "object" || response === null) return "";
  return "statusCode" in response ? String(response.statusCode) : "";
}
