import { expect, test } from "vitest";
import { ApiError } from "@/lib/api/api-error";
import { errorText, newName } from "./passkey-words";

function refusal(code: string): ApiError {
  return new ApiError(400, { Message: "No passkey 0b0d." }, new Headers({ "X-Error-Code": code }));
}

test("of a passkey that is gone it is said, without its id", () => {
  expect(errorText(refusal("not_found"))).toBe("This passkey was removed already.");
  expect(errorText(refusal("conflict"))).toBe("No passkey 0b0d.");
});

test.each([
  [[], "Chrome on macOS"],
  [["Firefox on macOS"], "Chrome on macOS"],
  [["Chrome on macOS"], "Chrome on macOS 2"],
  [["Chrome on macOS", "Chrome on macOS 3", "Chrome on macOS 2"], "Chrome on macOS 4"],
])("beside %j a new one is called %s", (taken, name) => {
  expect(newName("Chrome on macOS", taken)).toBe(name);
});
