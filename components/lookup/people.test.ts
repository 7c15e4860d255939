import { describe, expect, it } from "vitest";
import { peopleNamesIn, peopleQuestion } from "./people";

describe("the names of people", () => {
  it("are asked for once each, in one order", () => {
    expect(peopleQuestion(["grace", "ada", "", "grace"])).toEqual(["ada", "grace"]);
  });

  it("are those of the usernames, not of others who are called like one", () => {
    const found = [
      { given: "ada", username: "ada", display_name: "Ada Osei" },
      { given: "bob", username: "robert", display_name: "bob" },
      { given: "kim", username: "kim", display_name: "" },
      { given: "gone", username: "", display_name: "" },
    ];
    expect(peopleNamesIn(found)).toEqual({ ada: "Ada Osei" });
  });
});
