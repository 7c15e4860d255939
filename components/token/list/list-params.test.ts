import { describe, expect, test } from "vitest";
import { tokensList } from "./list-params";

function queryOf(search: string) {
  return tokensList.load(new URLSearchParams(search));
}

describe("the list of tokens", () => {
  test("asks for the newest when nothing is set", async () => {
    expect(await queryOf("")).toEqual({ page: 1, per_page: 50, sort: "created_at", order: "desc" });
  });

  test("keeps search, states, sort and page", async () => {
    const search = "q=deploy&state=unused,owner_disabled&sort=last_used&order=asc";
    expect(await queryOf(`${search}&page=3&per_page=100`)).toEqual({
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
    async (search) => {
      expect(await queryOf(search)).toEqual(await queryOf(""));
    },
  );
});
