import { describe, expect, test } from "vitest";
import { MAX_ROWS } from "@/lib/import/values";
import { parseSheet, type Sheet } from "./parse-sheet";

function sheetOf(text: string): Sheet {
  const parsed = parseSheet(text);
  if ("fault" in parsed) throw new Error(parsed.fault);
  return parsed.sheet;
}

function cellsOf(text: string) {
  return sheetOf(text).rows.map(({ cells }) => cells);
}

function faultOf(text: string): string | null {
  const parsed = parseSheet(text);
  return "fault" in parsed ? parsed.fault : null;
}

const TABLE = [
  ["username", "groups"],
  ["ada", "Sales"],
];

describe("parseSheet", () => {
  test.each([
    ["commas", "username,groups\nada,Sales"],
    ["semicolons", "username;groups\r\nada;Sales\r\n"],
    ["tabs", "username\tgroups\nada\tSales"],
    ["quotes and a mark", '\uFEFF"username","groups"\n"ada","Sales"'],
  ])("reads %s", (_, text) => {
    expect(cellsOf(text)).toEqual(TABLE);
  });

  test("takes the delimiter that makes known columns, not the one that is more regular", () => {
    expect(cellsOf("username,groups\nada,A;B;C\nbob,A;B;C")).toEqual([
      ["username", "groups"],
      ["ada", "A;B;C"],
      ["bob", "A;B;C"],
    ]);
  });

  test("takes the delimiter that a spreadsheet names", () => {
    expect(sheetOf("sep=|\r\nusername|groups\r\nada|A,B").rows).toEqual([
      { line: 2, cells: ["username", "groups"] },
      { line: 3, cells: ["ada", "A,B"] },
    ]);
  });

  test("counts rows as the sheet does, and fills short ones", () => {
    expect(sheetOf("username,name,role\n\nada\n , \nbob,Bob").rows).toEqual([
      { line: 1, cells: ["username", "name", "role"] },
      { line: 3, cells: ["ada", "", ""] },
      { line: 5, cells: ["bob", "Bob", ""] },
    ]);
  });

  test("takes away what guards a cell of our own files, and no other apostrophe", () => {
    expect(cellsOf("username,name\nada,'=1+1\nbob,'n Bob")).toEqual([
      ["username", "name"],
      ["ada", "=1+1"],
      ["bob", "'n Bob"],
    ]);
  });

  test.each([
    ["known names", "E-Mail\nada@example.com", true],
    ["unknown names above addresses", "Anschrift;Ort\nada@example.com;Ulm", true],
    ["addresses at once", "ada@example.com;Ulm\nbob@example.com;Ulm", false],
    ["nothing that tells", "ada\nbob", false],
  ])("knows by %s whether the first row names the columns", (_, text, hasHeader) => {
    expect(sheetOf(text).hasHeader).toBe(hasHeader);
  });

  test("says why there is nothing to import", () => {
    const many = Array.from({ length: MAX_ROWS }, (_, index) => `p${String(index)}`);
    expect(faultOf(" \n\n")).toBe("There is nothing in it.");
    expect(faultOf("username,name\n")).toBe("There is no row below the names of the columns.");
    expect(faultOf(["username", ...many].join("\n"))).toBeNull();
    expect(faultOf(["username", ...many, "more"].join("\n"))).toBe(
      "It has 10,001 rows. At most 10,000 can be imported at once: split it.",
    );
  });
});
