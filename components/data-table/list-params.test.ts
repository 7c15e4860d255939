import { describe, expect, test } from "vitest";
import { defineList, manyOf, manyTexts, oneText } from "./list-params";

interface MemberQuery {
  sort: "name" | "added";
  status?: ("on" | "off")[];
  group?: string[];
  from?: string;
}

const definition = {
  sorts: ["name", "added"],
  defaultSort: "name",
  filters: { status: manyOf(["on", "off"]), group: manyTexts(), from: oneText() },
} as const;

const plain = defineList<MemberQuery>(definition);
const prefixed = defineList<MemberQuery>({ ...definition, prefix: "members" });

function load(list: typeof plain, search: string) {
  return list.load(new URLSearchParams(search));
}

describe("what a list asks the server", () => {
  test("leaves out the search and the filters that are not set", async () => {
    expect(await load(plain, "q=&group=&status=")).toEqual({
      page: 1,
      per_page: 50,
      sort: "name",
      order: "asc",
    });
  });

  test("takes several values apart at commas, and one as it is", async () => {
    expect(await load(plain, "status=off,on&group=a,b&from=1,2")).toMatchObject({
      status: ["on", "off"],
      group: ["a", "b"],
      from: "1,2",
    });
  });

  test("drops the values that a filter does not have", async () => {
    expect(await load(plain, "status=off,gone")).toMatchObject({ status: ["off"] });
    expect(await load(plain, "status=gone")).not.toHaveProperty("status");
  });
});

describe("a list with a prefix", () => {
  test("has names of its own in the URL", async () => {
    expect(
      await load(prefixed, "members.page=2&members.sort=added&members.q=x&members.from=y"),
    ).toMatchObject({ page: 2, sort: "added", q: "x", from: "y" });
  });

  test("does not see what is another list's", async () => {
    expect(await load(prefixed, "page=2&sort=added&q=x&from=y")).toEqual(await load(plain, ""));
  });
});
