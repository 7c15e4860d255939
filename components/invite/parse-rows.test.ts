import { describe, expect, test } from "vitest";
import { parseRows, withoutWrongRows } from "./parse-rows";

const all = () => null;

describe("parseRows", () => {
  test("reads address, role by id or name, and groups", () => {
    const text =
      "\uFEFFE-mail,Role,Groups\r\nADA@x.org,admin,Crew; lab\r\nbob@x.org,Service User,\r\n";
    expect(parseRows(text, all)).toEqual({
      rows: [
        { row: 2, email: "ada@x.org", role: "admin", groups: ["Crew", "lab"] },
        { row: 3, email: "bob@x.org", role: "service-user", groups: [] },
      ],
      wrong: [],
      fault: null,
    });
  });

  test("takes semicolons and tabs between columns, and columns in any order", () => {
    expect(parseRows('role;email;groups\n;ada@x.org;"Crew;lab"', all).rows).toEqual([
      { row: 2, email: "ada@x.org", role: undefined, groups: ["Crew", "lab"] },
    ]);
    expect(parseRows("email\trole\nada@x.org\tauditor\n", all).rows).toMatchObject([
      { email: "ada@x.org", role: "auditor", groups: [] },
    ]);
  });

  test("says what is wrong with a row, and which row it is", () => {
    const text =
      "email,role\nada@x.org,\nbob,\nkim@x.org,boss\n,admin\nlin@x.org,admin\nada@x.org,auditor";
    const refusalOf = (role: string) => (role === "admin" ? "Not by you." : null);
    const { rows, wrong } = parseRows(text, refusalOf);
    expect(rows.map(({ email }) => email)).toEqual(["ada@x.org"]);
    expect(wrong.map(({ row, problem }) => [row, problem])).toEqual([
      [3, "“bob” is not an e-mail address such as ada@example.com."],
      [4, "There is no role “boss”."],
      [5, "There is no address in it."],
      [6, "Not by you."],
      [7, "Row 2 has this address with another role or other groups."],
    ]);
  });

  test("never makes somebody the super admin", () => {
    expect(parseRows("email,role\nada@x.org,super-admin", all).wrong).toHaveLength(1);
  });

  test.each([
    [
      "name\nAda",
      "There is no column “email”. The first row names the columns: email, role, groups.",
    ],
    ["", "There is no column “email”. The first row names the columns: email, role, groups."],
    ["email", "There is no row below the names of the columns."],
  ])("of %j says why it cannot be read", (text, fault) => {
    expect(parseRows(text, all)).toEqual({ rows: [], wrong: [], fault });
  });

  test("leaves nothing wrong when those rows are removed", () => {
    const text = 'email,groups\nada@x.org,"a;b"\nbob,\nkim@x.org,';
    const cleaned = parseRows(withoutWrongRows(text, parseRows(text, all)), all);
    expect(cleaned.rows.map(({ email }) => email)).toEqual(["ada@x.org", "kim@x.org"]);
    expect(cleaned.wrong).toEqual([]);
  });
});
