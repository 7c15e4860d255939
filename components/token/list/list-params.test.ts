import { describe, expect, test } from "vitest";
import { tokensList, tokensQuery } from "./list-params";

function queryOf(search: string) {
  return tokensQuery(tokensList.load(new URLSearchParams(search)));
}

describe("tokensQuery", () => {
  test("asks for the newest when nothing is set", () => {
    expect(queryOf("")).toEqual({ page: 1, per_page: 50, sort: "created_at", order: "desc" });
  });

  test("keeps search, states, sort and page", () => {
    const search = "q=deploy&state=unused,owner_disabled&sort=last_used&order=asc";
    expect(queryOf(`${search}&page=3&per_page=100`)).toEqual({
      page: 3,
      per_page: 100,
      sort: "last_used",
      order: "asc",
      q: "deploy",
      state: ["unused", "owner_disabled"],
    });
  });

  test.each(["page=0", "page=x", "per_page=7", "sort=token_hash", "state=lost"])(
    "falls back to what the server takes for %s",
    (search) => {
      expect(queryOf(search)).toEqual(queryOf(""));
    },
  );
});
