import { describe, expect, test } from "vitest";
import {
  columnsIn,
  newDraft,
  toSend,
  withCell,
  withHeader,
  withLeftOut,
  withMapping,
  type Draft,
} from "./draft";
import { parseSheet } from "./parse-sheet";

function draftOf(...lines: string[]): Draft {
  const parsed = parseSheet(lines.join("\n"));
  if ("fault" in parsed) throw new Error(parsed.fault);
  return newDraft(parsed.sheet);
}

const rowsOf = (draft: Draft) => toSend(draft).rows;

describe("what is sent", () => {
  test("has the keys of the columns that are mapped, and none for an empty cell", () => {
    const draft = draftOf(
      "E-mail,Full name,Role,Groups,Department",
      "ada@example.com,Ada,auditor,Sales,X",
      "bob@example.com,, ,,X",
    );
    expect(toSend(draft)).toEqual({
      lines: [2, 3],
      rows: [
        {
          username: "ada@example.com",
          display_name: "Ada",
          platform_role_id: "auditor",
          user_group_ids: ["Sales"],
        },
        { username: "bob@example.com" },
      ],
    });
  });

  test.each([
    ["admin", "admin"],
    ["Platform User", "platform-user"],
    ["service_user", "service-user"],
    [" SUPER-ADMIN ", "super-admin"],
    ["boss", "boss"],
  ])("role %j is %j", (written, role) => {
    expect(rowsOf(draftOf("username;role", `ada;${written}`))).toMatchObject([
      { platform_role_id: role },
    ]);
  });

  test.each([
    ["Sales; Ops", ["Sales", "Ops"]],
    ["Sales, Ops,", ["Sales", "Ops"]],
    ["Sales|Ops|Sales", ["Sales", "Ops"]],
    ["Sales, EU; Ops", ["Sales, EU", "Ops"]],
  ])("groups %j are %j", (written, groups) => {
    expect(rowsOf(draftOf("username\tgroups", `ada\t${written}`))).toMatchObject([
      { user_group_ids: groups },
    ]);
  });

  test("leaves a password as it is written", () => {
    expect(rowsOf(draftOf("username,password", 'ada," a b "'))).toMatchObject([
      { password: " a b " },
    ]);
  });

  test("is without the rows that are left out, and with those that are put back", () => {
    const draft = draftOf("username", "ada", "bob", "eve");
    const without = withLeftOut(draft, [2, 4], true);
    expect(toSend(without)).toEqual({ lines: [3], rows: [{ username: "bob" }] });
    expect(toSend(withLeftOut(without, [4], false)).lines).toEqual([3, 4]);
  });

  test("has a cell as it was mended", () => {
    const draft = withCell(draftOf("name,username", "Ada,ada", "Bob,b b"), 3, "username", "bob");
    expect(rowsOf(draft)).toEqual([
      { display_name: "Ada", username: "ada" },
      { display_name: "Bob", username: "bob" },
    ]);
    expect(draft.isEdited).toBe(true);
  });
});

describe("columns", () => {
  test("without a header are mapped by hand; addresses are taken for usernames", () => {
    const draft = draftOf("Ada,ada@example.com,Sales", "Bob,bob@example.com,Ops");
    expect(columnsIn(draft)).toEqual(["username"]);
    const mapped = withMapping(draft, 2, "user_group_ids");
    expect(rowsOf(withMapping(mapped, 0, "display_name"))).toEqual([
      { username: "ada@example.com", display_name: "Ada", user_group_ids: ["Sales"] },
      { username: "bob@example.com", display_name: "Bob", user_group_ids: ["Ops"] },
    ]);
  });

  test("are recognised anew when the first row is said to name them, or not to", () => {
    const draft = draftOf("Konto,Login", "a,ada", "b,bob");
    expect(columnsIn(draft)).toEqual(["username"]);
    const without = withHeader(draft, false);
    expect(columnsIn(without)).toEqual([]);
    expect(toSend(without).lines).toEqual([1, 2, 3]);
    expect(columnsIn(withHeader(without, true))).toEqual(["username"]);
  });

  test("say that all rows have changed, and cells and rows say only that something has", () => {
    const draft = draftOf("username,x", "ada,1");
    const mapped = withMapping(draft, 1, "display_name");
    const mended = withCell(mapped, 2, "display_name", "Ada");
    const { revision, layout } = withLeftOut(mended, [2], true);
    expect([draft, mapped, mended].map((each) => [each.revision, each.layout])).toEqual([
      [0, 0],
      [1, 1],
      [2, 1],
    ]);
    expect([revision, layout]).toEqual([3, 1]);
  });
});
