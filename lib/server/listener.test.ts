import { describe, expect, test } from "vitest";
import { isDispatched } from "./listener";

describe("isDispatched", () => {
  test.each(["/api", "/api/", "/api/auth", "/api/users/%zz", "/api/authenticate", "/metrics"])(
    "answers %s itself",
    (path) => {
      expect(isDispatched(path)).toBe(true);
    },
  );

  test.each(["/", "/apis", "/api/auth/session", "/metrics/x", "/users"])(
    "leaves %s to Next",
    (path) => {
      expect(isDispatched(path)).toBe(false);
    },
  );
});
