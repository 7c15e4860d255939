import { describe, expect, test } from "vitest";
import { ApiError } from "@/lib/api/client";
import { nameTaken } from "@/lib/token/policy";
import { refusedField } from "./token-refusal";

function refusal(status: number, message: string, fields: { path: string }[] = []): ApiError {
  const errors = fields.map((field) => ({ ...field, message }));
  return new ApiError(status, { Message: message, Errors: errors }, new Headers());
}

const token = { user_name: "ada", name: "laptop" };
const taken = nameTaken(token);

describe("the field that shows a refusal of a new token", () => {
  test.each([
    ["the name that is taken", refusal(409, taken), { path: "name", message: taken }],
    [
      "a time that the server does not allow",
      refusal(400, "Too late.", [{ path: "expires_at" }]),
      { path: "expires_at", message: "Too late." },
    ],
    ["a disabled owner", refusal(409, "This account is disabled."), null],
    ["a role that was changed meanwhile", refusal(409, "Your role was changed meanwhile."), null],
    ["another bad key", refusal(400, "No such user.", [{ path: "user_name" }]), null],
    ["another error", new Error(taken), null],
  ])("of %s", (_, error, shown) => {
    expect(refusedField(error, token)).toEqual(shown);
  });
});
