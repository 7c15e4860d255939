import { defineList, manyOf, type WireQuery } from "@/components/data-table/list-params";
import { platformRoles, type PlatformRole } from "@/lib/permissions";

interface Listed {
  sort: "name";
}

/** The server's orders are fixed: networks by id, people by username, groups by name. */
const byName = { sorts: ["name"], defaultSort: "name" } as const;

export const networksList = defineList<Listed>({ ...byName, filters: {} });
export type NetworkSelection = WireQuery<Listed>;

type ListedPeople = Listed & { role?: PlatformRole[] };

/** Those who reach one network. */
export const networkPeopleList = defineList<ListedPeople>({
  ...byName,
  filters: { role: manyOf(platformRoles) },
});
export type NetworkPeopleSelection = WireQuery<ListedPeople>;

/** The groups that grant something on one network. */
export const networkGroupsList = defineList<Listed>({ ...byName, perPage: 25, filters: {} });
export type NetworkGroupsSelection = WireQuery<Listed>;

/** What a service takes of it. */
export function pageInput({ page, per_page, q }: NetworkSelection) {
  return { page, per_page, q };
}
