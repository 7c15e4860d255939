import { expect, test } from "vitest";
import { ApiError } from "@/lib/api/api-error";
import { expiryRefusal } from "./expiry-refusal";

function refusal(status: number, paths: string[]): ApiError {
  const Errors = paths.map((path) => ({ path, message: `Not this ${path}.` }));
  return new ApiError(status, { Message: "No.", Errors }, new Headers());
}

test.each([
  ["a time that the server does not allow", refusal(400, ["expires_at"]), "Not this expires_at."],
  ["a time among others", refusal(400, ["name", "expires_at"]), "Not this expires_at."],
  ["a name that is taken", refusal(409, ["name"]), null],
  ["a disabled owner", refusal(409, []), null],
  ["another error", new Error("expires_at"), null],
])("of %s", (_, error, message) => {
  expect(expiryRefusal(error)).toBe(message);
});
