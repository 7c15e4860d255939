import { describe, expect, test } from "vitest";
import { usersList } from "./list-params";

function queryOf(search: string) {
  return usersList.load(new URLSearchParams(search));
}

describe("the list of users", () => {
  test("leaves out what is not set", async () => {
    expect(await queryOf("")).toEqual({ page: 1, per_page: 50, sort: "username", order: "asc" });
  });

  test("keeps search, filters, sort and page", async () => {
    const search = "q=ada&role=admin,auditor&account_status=disabled&sort=created_at&order=desc";
    expect(await queryOf(`${search}&page=3&per_page=100`)).toEqual({
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
    async (search) => {
      expect(await queryOf(search)).toEqual(await queryOf(""));
    },
  );

  test("asks for no page beyond what the server takes", async () => {
    expect((await queryOf("page=99999999999")).page).toBe(1_000_000_000);
  });
});
