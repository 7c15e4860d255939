import { defineList, manyTexts, oneOf, type WireQuery } from "@/components/data-table/list-params";
import type { RoleListQuery } from "@/lib/role/schema";

type RoleQuery = Omit<RoleListQuery, "platform"> & { sort: "name" };
export type RoleSelection = WireQuery<RoleQuery>;

/** Network roles, for the page that loads them and the table that shows them. The server's order is fixed: by name. */
export const rolesList = defineList<RoleQuery>({
  sorts: ["name"],
  defaultSort: "name",
  filters: { default: oneOf(["true", "false"]), network: manyTexts() },
});

/** As {@link rolesList}, on the page of one network. */
export const rolesOfNetworkList = defineList<RoleQuery>({
  sorts: ["name"],
  defaultSort: "name",
  perPage: 25,
  filters: {},
});

/** What the service takes. */
export function roleListInput({
  sort: _sort,
  order: _order,
  ...query
}: RoleSelection): RoleListQuery {
  return { ...query, platform: false };
}
