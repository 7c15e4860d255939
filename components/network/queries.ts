import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callGroups, groupKeys } from "@/components/lookup/groups";
import { callNetworks, networkKeys } from "@/components/lookup/networks";
import { callRoles } from "@/components/lookup/roles";
import { callUsers } from "@/components/user/calls";
import { userKeys } from "@/components/user/queries";
import type {
  NetworkGroupsSelection,
  NetworkPeopleSelection,
  NetworkSelection,
} from "./list-params";

/** One page; the page before stays while the next one loads. */
export function networksPageQuery({ page, per_page: perPage, q }: NetworkSelection) {
  const query = pageOf({ page, perPage, q });
  return queryOptions({
    queryKey: [...networkKeys.pages, query] as const,
    queryFn: ({ signal }) => callNetworks("page", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** One page of those who reach a network, with the reasons. */
export function networkPeopleQuery(
  netid: string,
  { page, per_page: perPage, q, role }: NetworkPeopleSelection,
) {
  const query = { ...pageOf({ page, perPage, q }), network: netid, ...(role && { role }) };
  return queryOptions({
    queryKey: [...userKeys.all, "of-network", query] as const,
    queryFn: ({ signal }) => callUsers("pageOfNetwork", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** One page of the groups that grant something on a network. */
export function networkGroupsQuery(
  netid: string,
  { page, per_page: perPage, q }: NetworkGroupsSelection,
) {
  const query = { ...pageOf({ page, perPage, q }), network: netid };
  return queryOptions({
    queryKey: [...groupKeys.all, "of-network", query] as const,
    queryFn: ({ signal }) => callGroups("pageOfNetwork", { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** How many things that a deletion hits are named. */
const NAMED = 5;

/** By name, what is not made with a network and goes or shrinks with it: roles on it, and groups that grant something there. */
export function networkHitsQuery(netid: string) {
  const query = {
    page: "1",
    per_page: String(NAMED),
    network: [netid],
    default: "false" as const,
  };
  return queryOptions({
    queryKey: [...networkKeys.all, "hits", netid] as const,
    queryFn: async ({ signal }) => {
      const [roles, groups] = await Promise.all([
        callRoles("page", { query, signal }),
        callGroups("page", { query, signal }),
      ]);
      return { roles: namesOn(roles), groups: namesOn(groups) };
    },
    gcTime: 0,
  });
}

function namesOn({ data, total }: { data: readonly { name: string }[]; total: number }) {
  return { names: data.map(({ name }) => name), total };
}

function pageOf({ page, perPage, q }: { page: number; perPage: number; q: string | undefined }) {
  return { page: String(page), per_page: String(perPage), ...(q !== undefined && { q }) };
}
