import { ApiError } from "@/lib/api/client";
import type { FieldError } from "@/lib/errors";
import { nameTaken } from "@/lib/token/policy";

type Named = Parameters<typeof nameTaken>[0];

/** The key of a new token that a refusal is about; null when it is about something else. */
export function refusedField(error: unknown, token: Named): FieldError | null {
  if (!(error instanceof ApiError)) return null;
  const isTaken = error.status === 409 && error.message === nameTaken(token);
  if (isTaken) return { path: "name", message: error.message };
  return error.fields.find(({ path }) => path === "expires_at") ?? null;
}
