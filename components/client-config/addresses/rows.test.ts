import { describe, expect, test } from "vitest";
import { addressOrder, gatewayRows, insertRows, matchingRows, type AddressRow } from "./rows";

function row(address: string, address6 = ""): AddressRow {
  return { id: `${address} ${address6}`, address, address6, config: null, gatewayId: "g" };
}

const asc = { sort: "address", order: "asc" } as const;
const desc = { sort: "address", order: "desc" } as const;

describe("the addresses of gateways", () => {
  const gateways = [
    { id: "a", gw_name: "Harbour", addresses: ["10.0.0.1/24", "fd00::1/64", "10.0.0.2/24"] },
    { id: "b", gw_name: "Office", addresses: [] },
  ];

  test("stand in rows, one of each family together", () => {
    expect(gatewayRows(gateways).map((each) => [each.address, each.address6])).toEqual([
      ["10.0.0.1", "fd00::1"],
      ["10.0.0.2", ""],
    ]);
  });

  test("are found by name and by address", () => {
    const nameOf = (id: string) => (id === "a" ? "Harbour" : null);
    const found = (q: string) => matchingRows(gatewayRows(gateways), q, nameOf).length;
    expect([found("HARB"), found("fd00::1"), found("10.0.0.2"), found("x"), found("")]).toEqual([
      2, 1, 1, 0, 2,
    ]);
  });
});

/** All pages, as the server would give them for these configs. */
function pagesOf(
  configs: readonly AddressRow[],
  gateways: readonly AddressRow[],
  { perPage, ...order }: { perPage: number; sort: "address"; order: "asc" | "desc" },
) {
  const sorted = [...configs].sort(addressOrder(order));
  const count = Math.max(1, Math.ceil(sorted.length / perPage));
  return Array.from({ length: count }, (_, index) =>
    insertRows(gateways, {
      rows: sorted.slice(index * perPage, (index + 1) * perPage),
      before: sorted[index * perPage - 1] ?? null,
      isLast: index === count - 1,
      ...order,
    }),
  );
}

describe("pages of addresses", () => {
  const configs = ["10.0.0.10", "10.0.0.2", "10.0.0.30", "10.0.0.40", ""].map((each) => row(each));
  const gateways = ["10.0.0.1", "10.0.0.20", "10.0.0.35", "10.0.0.254", ""].map((each) =>
    row(each, each === "" ? "fd00::1" : ""),
  );

  test.each([asc, desc])("hold every address once, in order: $order", (order) => {
    const all = [...configs, ...gateways].map(({ id }) => id).sort();
    for (const perPage of [1, 2, 3, 5, 50]) {
      const pages = pagesOf(configs, gateways, { perPage, ...order });
      const rows = pages.flatMap((page) => page.rows);
      expect(rows.map(({ id }) => id).sort()).toEqual(all);
      expect(rows).toEqual([...rows].sort(addressOrder(order)));
      const inserted = pages.map(({ before }) => before);
      let seen = 0;
      pages.forEach((page, index) => {
        expect(inserted[index]).toBe(seen);
        seen += page.rows.filter((each) => gateways.includes(each)).length;
      });
    }
  });

  test("as numbers, what has none at the end", () => {
    const [page] = pagesOf(configs, gateways, { perPage: 50, ...asc });
    expect(page?.rows.map(({ address }) => address)).toEqual([
      "10.0.0.1",
      "10.0.0.2",
      "10.0.0.10",
      "10.0.0.20",
      "10.0.0.30",
      "10.0.0.35",
      "10.0.0.40",
      "10.0.0.254",
      "",
      "",
    ]);
  });

  test("are those of gateways alone where there is no client config", () => {
    const [page] = pagesOf([], gateways, { perPage: 50, ...asc });
    expect(page?.rows).toHaveLength(gateways.length);
  });

  test("past the end hold nothing", () => {
    expect(insertRows(gateways, { rows: [], before: null, isLast: false, ...asc }).rows).toEqual(
      [],
    );
  });
});
