import { describe, expect, test } from "vitest";
import { usersList, usersQuery } from "./list-params";

function queryOf(search: string) {
  return usersQuery(usersList.load(new URLSearchParams(search)));
}

describe("usersQuery", () => {
  test("leaves out what is not set", () => {
    expect(queryOf("")).toEqual({ page: 1, per_page: 50, sort: "username", order: "asc" });
  });

  test("keeps search, filters, sort and page", () => {
    const search = "q=ada&role=admin,auditor&account_status=disabled&sort=created_at&order=desc";
    expect(queryOf(`${search}&page=3&per_page=100`)).toEqual({
      page: 3,
      per_page: 100,
      sort: "created_at",
      order: "desc",
      q: "ada",
      role: ["admin", "auditor"],
      account_status: ["disabled"],
    });
  });

  test.each(["page=0", "page=-4", "page=x", "per_page=7", "sort=password", "role=root"])(
    "falls back to what the server takes for %s",
    (search) => {
      expect(queryOf(search)).toEqual(queryOf(""));
    },
  );

  test("asks for no page beyond what the server takes", () => {
    expect(queryOf("page=99999999999").page).toBe(1_000_000_000);
  });
});
