import { describe, expect, test } from "vitest";
import type { ImportColumn } from "./columns";
import { formerOf } from "./former";

const ada = {
  display_name: "Ada",
  platform_role_id: "admin",
  user_group_ids: { g1: { id: "g1", name: "Sales" }, g2: { id: "g2", name: "Ops" } },
} as const;
const nobody = { display_name: "", platform_role_id: "service-user", user_group_ids: {} } as const;

const row =
  (cells: Partial<Record<ImportColumn, string>>) =>
  (column: ImportColumn): string =>
    cells[column] ?? "";

describe("what a changed cell was", () => {
  test("is said of what would be written anew", () => {
    const cells = { display_name: "Ada L.", platform_role_id: "auditor", user_group_ids: "Sales" };
    expect(formerOf(ada, row(cells))).toEqual({
      display_name: "Ada",
      platform_role_id: "Admin",
      user_group_ids: "Sales; Ops",
    });
    expect(formerOf(nobody, row(cells))).toEqual({
      display_name: "empty",
      platform_role_id: "Service user",
      user_group_ids: "no groups",
    });
  });

  test.each([
    ["empty cells", {}],
    ["the same, otherwise written", { platform_role_id: "ADMIN", user_group_ids: "ops|g1" }],
    ["the same name with blanks around it", { display_name: " Ada " }],
  ])("is not said of %s", (_, cells) => {
    expect(formerOf(ada, row(cells))).toEqual({});
  });
});
