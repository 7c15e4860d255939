import { ApiError } from "@/lib/api/api-error";

/** Why the server does not take the time at which a new token expires; null when it says nothing about it. */
export function expiryRefusal(error: unknown): string | null {
  if (!(error instanceof ApiError)) return null;
  return error.fields.find(({ path }) => path === "expires_at")?.message ?? null;
}
