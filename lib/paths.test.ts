import { describe, expect, test } from "vitest";
import { paths, safeBack } from "./paths";

const OWN = "https://muster.example";

describe("safeBack", () => {
  test.each(["/users?q=a%20b&page=2", "/users/ada", "/audit#x", "/.//evil.example"])(
    "leads back to %s",
    (back) => {
      expect(safeBack(back)).toBe(back);
    },
  );

  test.each([
    null,
    undefined,
    "",
    "users",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\\evil.example",
    "\t//evil.example",
    "javascript:alert(1)",
    "/sign-in?back=/",
  ])("does not lead to %j", (back) => {
    expect(safeBack(back)).toBe("/");
  });

  test.each([
    "/users",
    "/.//evil.example",
    "/users/..//evil.example",
    "/%09/evil.example",
    "/@evil.example",
  ])("stays on this server, as a browser reads %s", (back) => {
    expect(new URL(safeBack(back), OWN).origin).toBe(OWN);
  });
});

test("somebody who is called like a page of ours has another address than it", () => {
  expect(paths.user("import")).not.toBe(paths.importUsers);
  expect(paths.user("import").toLowerCase()).toBe(paths.importUsers);
  expect(paths.user("import", "access")).toBe("/users/Import/access");
});
