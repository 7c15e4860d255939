import { afterEach, expect, test, vi } from "vitest";
import { keptPlace, placeKeeper } from "./kept-places";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A step of the browser's history: where one is, and which step that is. */
function stepTo(pathname: string, key: string): void {
  vi.stubGlobal("window", { location: { pathname }, navigation: { currentEntry: { key } } });
}

test("a list is found as it was left, at each step that belongs to it", () => {
  stepTo("/users", "first");
  const keep = placeKeeper("users");
  keep({ rowId: "ada" });
  keep({ rowsTop: 40 });
  stepTo("/users", "second");
  keep({ rowId: "grace" });
  expect(keptPlace("users")).toEqual({ rowId: "grace" });
  stepTo("/users", "first");
  expect(keptPlace("users")).toEqual({ rowId: "ada", rowsTop: 40 });
});

test("a list that is about to go keeps nothing at the step that follows", () => {
  stepTo("/users", "list");
  const keep = placeKeeper("users");
  stepTo("/users/ada", "detail");
  keep({ chosen: new Set(["ada"]) });
  expect(keptPlace("users")).toEqual({});
});
