import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callRoles, roleKeys } from "@/components/lookup/roles";
import type { RoleSelection } from "./list-params";

/** One page; the page before stays while the next one loads. */
export function rolesPageQuery({ sort: _sort, order: _order, ...query }: RoleSelection) {
  return queryOptions({
    queryKey: [...roleKeys.pages, query] as const,
    queryFn: ({ signal }) => {
      const { page, per_page: perPage, ...rest } = query;
      return callRoles("page", {
        query: { ...rest, page: String(page), per_page: String(perPage) },
        signal,
      });
    },
    placeholderData: keepPreviousData,
  });
}

export function roleDetailQuery(id: string) {
  return queryOptions({
    queryKey: roleKeys.detail(id),
    queryFn: ({ signal }) => callRoles("get", { query: { role_id: id }, signal }),
  });
}
