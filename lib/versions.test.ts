import { describe, expect, test } from "vitest";
import { AppError } from "./errors";
import { requireMatch, versioned } from "./versions";

const current = versioned({ name: "x" }, "7");

test("an entity tag is the version in quotes", () => {
  expect(current).toEqual({ entity: { name: "x" }, etag: '"7"' });
});

describe("requireMatch", () => {
  test.each([[null], [["*"]], [['"7"']], [['"1"', '"7"']]])("lets %j through", (ifMatch) => {
    expect(() => requireMatch(ifMatch, current)).not.toThrow();
  });

  test.each([[[]], [['"1"']], [['W/"7"']], [["7"]], [['"*"']]])("refuses %j", (ifMatch) => {
    expect(() => requireMatch(ifMatch, current)).toThrow(
      expect.objectContaining({ code: "changed" }),
    );
  });

  test("hands back the entity as it is", () => {
    try {
      requireMatch([], current);
      expect.unreachable();
    } catch (error) {
      expect(error instanceof AppError && error.details.current).toEqual(current);
    }
  });
});
