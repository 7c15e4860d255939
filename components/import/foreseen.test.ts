import { describe, expect, test } from "vitest";
import { newDraft, toSend, withLeftOut } from "./draft";
import { countStates, doneCount, foreseenOf, stateOf } from "./foreseen";
import { parseSheet } from "./parse-sheet";

function draft() {
  const parsed = parseSheet("username\nada\nbob\neve\nzoë");
  if ("fault" in parsed) throw new Error(parsed.fault);
  return withLeftOut(newDraft(parsed.sheet), [3], true);
}

const done = (row: number, action: "created" | "updated") => ({
  row,
  action,
  username: "",
  password: "",
});

describe("what is foreseen", () => {
  const sent = draft();
  const foreseen = foreseenOf(toSend(sent).lines, {
    done: [done(0, "created"), done(1, "updated")],
    errors: [
      { row: 2, path: "username", message: "No." },
      { row: 2, path: "user_group_ids.0", message: "Nor that." },
      { row: 2, path: "", message: "Nor at all." },
    ],
  });

  test("is said of the rows that were sent, whichever stay out", () => {
    expect([2, 3, 4, 5].map((line) => stateOf(sent, foreseen, line))).toEqual([
      "created",
      "left-out",
      "updated",
      "wrong",
    ]);
  });

  test("is said of the cell that it is about", () => {
    expect(foreseen.problems.get(5)).toEqual([
      { column: "username", message: "No." },
      { column: "user_group_ids", message: "Nor that." },
      { column: null, message: "Nor at all." },
    ]);
  });

  test("is counted, without a row that was put back since", () => {
    const counts = countStates(sent, foreseen);
    expect(counts).toEqual({
      wrong: 1,
      created: 1,
      invited: 0,
      updated: 1,
      unchanged: 0,
      "left-out": 1,
    });
    expect(doneCount(counts)).toBe(2);
    expect(countStates(withLeftOut(sent, [3], false), foreseen)["left-out"]).toBe(0);
  });
});
