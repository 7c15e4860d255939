import { describe, expect, test } from "vitest";
import { configsInput, configsList, type ConfigsScope } from "./list-params";

async function inputOf(search: string, scope?: ConfigsScope) {
  return configsInput(await configsList.load(new URLSearchParams(search)), scope);
}

const first = { page: "1", per_page: "50", sort: "clientid", order: "asc" };

describe("the list of client configs", () => {
  test("asks for the first by id when nothing is set", async () => {
    expect(await inputOf("")).toEqual(first);
  });

  test("keeps search, filters, sort and page", async () => {
    const search = "q=lap&network=a,b&gateway=g&owner=ada&kind=device&enabled=false";
    expect(await inputOf(`${search}&sort=address&order=desc&page=3&per_page=100`)).toEqual({
      page: "3",
      per_page: "100",
      sort: "address",
      order: "desc",
      q: "lap",
      network: ["a", "b"],
      gateway: ["g"],
      owner: ["ada"],
      kind: "device",
      enabled: "false",
    });
  });

  test("asks for an owner without a name for those that belong to nobody", async () => {
    expect(await inputOf("ownerless=true")).toEqual({ ...first, owner: [""] });
    expect(await inputOf("ownerless=true&owner=ada")).toEqual({ ...first, owner: ["", "ada"] });
  });

  test("stays within its scope, whatever the address says", async () => {
    const search = "network=a&gateway=g&owner=ada&ownerless=true";
    expect(await inputOf(search, { owner: "bob", network: "n", gateway: "h" })).toEqual({
      ...first,
      owner: ["bob"],
      network: ["n"],
      gateway: ["h"],
    });
  });

  test.each(["page=0", "per_page=7", "sort=publickey", "kind=phone", "enabled=yes", "ownerless=1"])(
    "falls back to what the server takes for %s",
    async (search) => {
      expect(await inputOf(search)).toEqual(first);
    },
  );
});
