import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { isSerializationFailure, isUniqueViolation, toAppError } from "./errors";

function codeOf(error: unknown): string | null {
  const made = toAppError(error);
  return made instanceof AppError ? made.code : null;
}

function withCode(code: string, message = "x"): Error {
  return Object.assign(new Error(message), { code });
}

describe("an error of the driver or of Prisma", () => {
  test.each([
    [withCode("ECONNREFUSED"), "unavailable"],
    [withCode("57P01"), "unavailable"],
    [withCode("57P03"), "unavailable"],
    [withCode("08006"), "unavailable"],
    [withCode("53300"), "unavailable"],
    [withCode("P1001"), "unavailable"],
    [withCode("57014"), "unavailable"],
    [withCode("25P03"), "unavailable"],
    [withCode("25006"), "unavailable"],
    [withCode("53100"), "unavailable"],
    [withCode("53200"), "unavailable"],
    [withCode("P2028"), "unavailable"],
    [new Error("Connection terminated unexpectedly"), "unavailable"],
    [new Error("timeout exceeded when trying to connect"), "unavailable"],
    [withCode("23505"), "conflict"],
    [withCode("P2002"), "conflict"],
    [Object.assign(new Error("x"), { cause: { originalCode: "23505" } }), "conflict"],
    [
      Object.assign(new Error("x"), {
        meta: { driverAdapterError: { cause: { originalCode: "57P01" } } },
      }),
      "unavailable",
    ],
    [withCode("22P02"), null],
    [new Error("Something else"), null],
    ["a text", null],
    [null, null],
  ])("%s becomes %j", (error, code) => {
    expect(codeOf(error)).toBe(code);
  });

  test.each([
    [withCode("P2028"), "took too long"],
    [withCode("57014"), "took too long"],
    [withCode("53100"), "disk is full"],
    [withCode("ECONNREFUSED"), "cannot be reached"],
  ])("%s is said to be one: %s", (error, words) => {
    expect(toAppError(error)).toHaveProperty("message", expect.stringContaining(words));
  });

  test("keeps its cause, and does not tell it", () => {
    const cause = withCode("ECONNREFUSED", "connect ECONNREFUSED 10.0.0.1:5432");
    const made = toAppError(cause);
    expect(made).toMatchObject({ details: { cause } });
    expect(made instanceof AppError && made.message).not.toContain("10.0.0.1");
  });

  test("that goes in circles is no trouble", () => {
    const error: Error & { cause?: unknown } = new Error("x");
    error.cause = error;
    expect(codeOf(error)).toBeNull();
  });

  test("of ours stays as it is", () => {
    const error = new AppError("forbidden", "No.");
    expect(toAppError(error)).toBe(error);
  });
});

test("a lost transaction is told from a broken rule", () => {
  expect(isSerializationFailure(withCode("40001"))).toBe(true);
  expect(isSerializationFailure(withCode("40P01"))).toBe(true);
  expect(isSerializationFailure(withCode("P2034"))).toBe(true);
  expect(isSerializationFailure(withCode("23505"))).toBe(false);
  expect(isUniqueViolation(withCode("23505"))).toBe(true);
});
