import { describe, expect, test } from "vitest";
import { byReason, isForeseen, planOf, planRefusal } from "./plan";

const skipped = [
  { id: "a", reason: "one" },
  { id: "b", reason: "two" },
  { id: "c", reason: "one" },
];

describe("the plan of a bulk action", () => {
  const plan = planOf({ done: ["on", "off"], skipped }, (id) => id === "on");

  test("counts those apart that are so already", () => {
    expect(plan).toEqual({ changing: ["off"], unchanged: ["on"], skipped });
  });

  test("is refused as long as it is not known, and where it changes nothing", () => {
    expect(planRefusal(undefined, "enabled")).toBe("Still checking what can be done.");
    expect(planRefusal(plan, "enabled")).toBeNull();
    expect(planRefusal({ ...plan, changing: [] }, "enabled")).toBe("They are already enabled.");
    expect(planRefusal({ changing: [], unchanged: [], skipped }, "enabled")).toBe(
      "None of them can be enabled.",
    );
  });

  test("names those together that are skipped for the same reason", () => {
    expect(byReason(skipped)).toEqual([
      ["one", ["a", "c"]],
      ["two", ["b"]],
    ]);
  });

  test("foresees what it says is skipped, and nothing else", () => {
    expect(isForeseen(plan, skipped.slice(1))).toBe(true);
    expect(isForeseen(plan, [{ id: "off", reason: "one" }])).toBe(false);
    expect(isForeseen(undefined, [])).toBe(true);
  });
});
