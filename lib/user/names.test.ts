import { expect, test } from "vitest";
import { readName } from "./names";

test.each([
  ["ada", ["ada"], "ada"],
  ["  ADA@Example.com ", ["ada@example.com"], "ada@example.com"],
  ["<ada@b.c>", ["<ada@b.c>", "ada@b.c"], "<ada@b.c>"],
  ["Ada <ADA@b.c>", ["ada <ada@b.c>", "ada@b.c"], "ada <ada@b.c>"],
  ['"Last, First" <a@b.c>', ['"last, first" <a@b.c>', "a@b.c"], '"last, first" <a@b.c>'],
  ['"An <odd> one" < a@b.c >', ['"an <odd> one" < a@b.c >', "a@b.c"], '"an <odd> one" < a@b.c >'],
  ["Ada <>", ["ada <>"], "ada <>"],
  ["a@b.c (Ada)", ["a@b.c (ada)"], "a@b.c (ada)"],
  ["Größe ÉÉ", ["größe éé"], "grosse ee"],
  ["👩‍👩‍👧 Ada", ["👩‍👩‍👧 ada"], "👩‍👩‍👧 ada"],
  ["\u0301", ["\u0301"], ""],
  ["   ", [], ""],
  ["", [], ""],
])("%j may be one of %j, or the display name %j", (given, usernames, displayName) => {
  expect(readName(given)).toEqual({ usernames, displayName });
});

test("a long text of brackets is read at once", () => {
  expect(readName("<".repeat(1_000_000)).usernames).toHaveLength(1);
  expect(readName("<>  ".repeat(250_000) + "x").usernames).toHaveLength(1);
});
