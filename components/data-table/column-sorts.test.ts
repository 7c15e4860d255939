import { describe, expect, test } from "vitest";
import { sortsOf } from "./column-sorts";

const view = { canSort: (key: string) => key === "created_at" };

describe("what a column can be sorted by", () => {
  test("is itself, under its label, when the server sorts by its id", () => {
    const column = { id: "created_at", columnDef: { meta: { label: "Created" } } };
    expect(sortsOf(column, view)).toEqual([{ key: "created_at", label: "Created" }]);
  });

  test("is nothing when the server does not", () => {
    expect(sortsOf({ id: "mfa", columnDef: {} }, view)).toEqual([]);
  });

  test("is each of the things it shows, when it says so", () => {
    const sorts = [
      { key: "display_name", label: "Name" },
      { key: "username", label: "Username" },
    ];
    expect(sortsOf({ id: "user", columnDef: { meta: { label: "User", sorts } } }, view)).toBe(
      sorts,
    );
  });
});
