import { describe, expect, test } from "vitest";
import { AppError } from "./errors";
import { requireMatch, toVersioned } from "./versions";

const stored = { entity: { name: "x" }, version: "7" };

test("an entity tag is the version in quotes", () => {
  expect(toVersioned(stored)).toEqual({ entity: { name: "x" }, etag: '"7"' });
});

describe("requireMatch", () => {
  const asProxiesHandItOn = ['W/"7"', '"7-gzip"', 'W/"7-gzip"', '"7;br"', '"7:zstd"', '"7--gzip"'];
  test.each(asProxiesHandItOn)("lets our tag through as %s", (tag) => {
    expect(() => requireMatch([tag], stored)).not.toThrow();
  });

  test.each([[null], [["*"]], [['"7"']], [['"1"', '"7"']]])("lets %j through", (ifMatch) => {
    expect(() => requireMatch(ifMatch, stored)).not.toThrow();
  });

  test.each([[[]], [['"1"']], [['W/"1"']], [['"1-gzip"']], [['"7-x"']], [["7"]], [['"*"']]])(
    "refuses %j",
    (ifMatch) => {
      expect(() => requireMatch(ifMatch, stored)).toThrow(
        expect.objectContaining({ code: "changed" }),
      );
    },
  );

  test("hands back the entity as it is", () => {
    try {
      requireMatch([], stored);
      expect.unreachable();
    } catch (error) {
      expect(error instanceof AppError && error.details.current).toEqual(toVersioned(stored));
    }
  });
});
