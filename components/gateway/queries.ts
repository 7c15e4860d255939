import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { callGateways, gatewayKeys } from "@/components/lookup/gateways";
import { callRoles, roleKeys } from "@/components/lookup/roles";
import { callUsers } from "@/components/user/calls";
import { userKeys } from "@/components/user/queries";
import type { Gateway } from "@/lib/gateway/schema";
import { ALL_NETWORKS } from "@/lib/reach/values";
import type { UserRole } from "@/lib/role/schema";
import type { GatewayPeopleSelection, GatewaySelection } from "./list-params";

const MAX_PER_PAGE = 500;

/** One page; the page before stays while the next one loads. */
export function gatewaysPageQuery(query: GatewaySelection) {
  return queryOptions({
    queryKey: [...gatewayKeys.pages, query] as const,
    queryFn: ({ signal }) => {
      const { page, per_page: perPage, ...rest } = query;
      return callGateways("page", {
        query: { ...rest, page: String(page), per_page: String(perPage) },
        signal,
      });
    },
    placeholderData: keepPreviousData,
  });
}

/** The selection as the endpoint takes it, whose order is fixed. */
export function gatewayPeopleInput({ page, per_page, q, kind }: GatewayPeopleSelection) {
  return { page, per_page, ...(q !== undefined && { q }), ...(kind && { kind }) };
}

/** One page of those who have a gateway, with the reasons. */
export function gatewayPeopleQuery(id: string, selection: GatewayPeopleSelection) {
  const { page, per_page: perPage, ...rest } = gatewayPeopleInput(selection);
  const query = { ...rest, page: String(page), per_page: String(perPage) };
  return queryOptions({
    queryKey: [...userKeys.all, "of-gateway", id, query] as const,
    queryFn: ({ signal }) => callUsers("pageOfGateway", { params: { id }, query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** How many people have a gateway directly. */
export function attachedCountQuery(id: string) {
  return queryOptions({
    queryKey: [...userKeys.all, "attached-to", id] as const,
    queryFn: async ({ signal }) => {
      const query = { page: "1", per_page: "1", kind: ["attachment" as const] };
      return (await callUsers("pageOfGateway", { params: { id }, query, signal })).total;
    },
  });
}

/** What the roles are called that name a gateway: roles of its network, or of all networks. */
export function rolesNamingQuery({ id, network }: Pick<Gateway, "id" | "network">) {
  return queryOptions({
    queryKey: [...roleKeys.all, "naming-gateway", id] as const,
    queryFn: async ({ signal }) => {
      const names: string[] = [];
      for (let page = 1, isMore = true; isMore; page += 1) {
        const query = {
          page: String(page),
          per_page: String(MAX_PER_PAGE),
          network: [network, ALL_NETWORKS],
        };
        const found = await callRoles("page", { query, signal });
        names.push(...found.data.filter((role) => isNaming(role, id)).map(({ name }) => name));
        isMore = page < found.total_pages;
      }
      return names;
    },
  });
}

function isNaming({ network_level_access: access }: UserRole, gatewayId: string): boolean {
  return Object.hasOwn(access["remote_access_gw"] ?? {}, gatewayId);
}
