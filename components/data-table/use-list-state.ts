"use client";

import { useMemo } from "react";
import { useQueryState, useQueryStates, type ParserMap, type UseQueryStatesKeysMap } from "nuqs";
import { hiddenColumns, type ListDefinition, type SortOrder } from "./list-params";

/** What the table's parts read and change. Every change but typing makes a step for the back button. */
export interface ListView {
  page: number;
  perPage: number;
  sort: string;
  order: SortOrder;
  q: string;
  hidden: readonly string[];
  filters: Readonly<Record<string, readonly string[]>>;
  /** True when the search or a filter leaves rows out. */
  isNarrowed: boolean;
  canSort: (columnId: string) => boolean;
  setPage: (page: number) => void;
  setPerPage: (perPage: number) => void;
  setSort: (columnId: string, order: SortOrder) => void;
  setSearch: (q: string) => void;
  setFilter: (key: string, values: readonly string[]) => void;
  setHidden: (columnIds: readonly string[]) => void;
  /** Drops the search and every filter. */
  clear: () => void;
}

const push = { history: "push" } as const;

/** The list's state from the URL: `query` typed for the fetch, `view` for the table. */
export function useListState<Sort extends string, Filters extends ParserMap>(
  definition: ListDefinition<Sort, Filters>,
) {
  const [query, setQuery] = useQueryStates(definition.query);
  const [filters] = useQueryStates(definition.filters);
  const anyFilters: UseQueryStatesKeysMap = definition.filters;
  const [, setFilters] = useQueryStates(anyFilters);
  const [hidden, setHidden] = useQueryState("hide", hiddenColumns);
  const values = toStrings(filters);

  const view: ListView = {
    page: Math.max(1, query.page),
    perPage: query.per_page,
    sort: query.sort ?? definition.defaultSort,
    order: query.order,
    q: query.q,
    hidden,
    filters: values,
    isNarrowed: query.q !== "" || Object.values(values).some((chosen) => chosen.length > 0),
    canSort: (columnId) => definition.sorts.some((sort) => sort === columnId),
    setPage: (page) => void setQuery({ page }, push),
    setPerPage: (perPage) =>
      void setQuery(
        { per_page: definition.query.per_page.parse(String(perPage)), page: null },
        push,
      ),
    setSort: (columnId, order) =>
      void setQuery({ sort: definition.query.sort.parse(columnId), order, page: null }, push),
    setSearch: (q) => void setQuery({ q: q === "" ? null : q, page: null }),
    setFilter: (key, chosen) => {
      void setFilters({ [key]: chosen.length > 0 ? [...chosen] : null }, push);
      void setQuery({ page: null }, push);
    },
    setHidden: (columnIds) => void setHidden(columnIds.length > 0 ? [...columnIds] : null),
    clear: () => {
      void setFilters(null, push);
      void setQuery({ q: null, page: null }, push);
    },
  };

  return {
    view,
    query: useMemo(
      () => ({ ...query, ...filters, page: Math.max(1, query.page) }),
      [query, filters],
    ),
  };
}

function toStrings(filters: object): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(filters).map(([key, value]: [string, unknown]) => [key, toStringList(value)]),
  );
}

function toStringList(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" ? [value] : [];
}
