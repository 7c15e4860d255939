import { expect, test } from "vitest";
import { columnsIn, newDraft } from "./draft";
import { exampleCsv, passwordsCsv } from "./files";
import { parseSheet } from "./parse-sheet";

test("the example is one that can be imported", () => {
  const parsed = parseSheet(exampleCsv());
  if ("fault" in parsed) throw new Error(parsed.fault);
  expect(columnsIn(newDraft(parsed.sheet))).toEqual([
    "username",
    "display_name",
    "platform_role_id",
    "user_group_ids",
  ]);
});

test("passwords stand beside those for whom they were made, and no cell is a formula", () => {
  const done = [
    { username: "ada", password: "abc-def" },
    { username: "bob", password: "" },
    { username: "+eve@example.com", password: "ghi" },
  ];
  expect(passwordsCsv(done)).toBe(
    `\uFEFFusername,password\r\nada,abc-def\r\n"'+eve@example.com",ghi\r\n`,
  );
});
