"use client";

import { useState } from "react";
import { useQueryStates } from "nuqs";
import {
  pageSizes,
  type ListDefinition,
  type ListState,
  type Sortable,
  type SortOrder,
  type WireQuery,
} from "./list-params";

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
  /** Other filters stay. */
  setFilters: (changed: Readonly<Record<string, readonly string[]>>) => void;
  setHidden: (columnIds: readonly string[]) => void;
  /** Drops the search and every filter. */
  clear: () => void;
}

/** A list and where one is in it: `query` typed for the fetch, `view` for the table. */
export interface List<Query extends Sortable> {
  view: ListView;
  query: WireQuery<Query>;
}

/** The list's state in the URL. Needs {@link withListUrl} above it. */
export function useUrlList<Query extends Sortable>(definition: ListDefinition<Query>): List<Query> {
  const { parsers, filterParsers, urlKeys } = definition;
  const [params, setParams] = useQueryStates(parsers, { urlKeys });
  const [filters, setFilters] = useQueryStates(filterParsers, { urlKeys });

  return listOf(definition, { ...params, filters }, ({ filters: chosen, ...changed }, isStep) => {
    const options = { history: isStep ? "push" : "replace" } as const;
    if (chosen) void setFilters(chosen, options);
    void setParams(changed, options);
  });
}

/** The list's state for as long as it is shown: for tables in dialogs, which have no address. */
export function useLocalList<Query extends Sortable>(
  definition: ListDefinition<Query>,
): List<Query> {
  const [state, setState] = useState(definition.initial);
  return listOf(definition, state, (changed) => {
    setState((before) => ({
      ...before,
      ...changed,
      filters: { ...before.filters, ...changed.filters },
    }));
  });
}

function listOf<Query extends Sortable>(
  definition: ListDefinition<Query>,
  state: ListState,
  change: (changed: Partial<ListState>, isStep: boolean) => void,
): List<Query> {
  const query = definition.queryOf(state);
  const view: ListView = {
    page: query.page,
    perPage: state.per_page,
    sort: state.sort,
    order: state.order,
    q: state.q,
    hidden: state.hide,
    filters: state.filters,
    isNarrowed: state.q !== "" || Object.values(state.filters).some((chosen) => chosen.length > 0),
    canSort: (columnId) => definition.sorts.some((sort) => sort === columnId),
    setPage: (page) => {
      change({ page }, true);
    },
    setPerPage: (wanted) => {
      const size = pageSizes.find((candidate) => candidate === wanted);
      if (size !== undefined) change({ per_page: size, page: 1 }, true);
    },
    setSort: (columnId, order) => {
      const sort = definition.sorts.find((candidate) => candidate === columnId);
      if (sort !== undefined) change({ sort, order, page: 1 }, true);
    },
    setSearch: (q) => {
      change({ q, page: 1 }, false);
    },
    setFilters: (changed) => {
      change({ filters: copied(changed), page: 1 }, true);
    },
    setHidden: (columnIds) => {
      change({ hide: [...columnIds] }, false);
    },
    clear: () => {
      const nothing = Object.keys(state.filters).map((key): [string, string[]] => [key, []]);
      change({ filters: Object.fromEntries(nothing), q: "", page: 1 }, true);
    },
  };
  return { view, query };
}

function copied(filters: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filters).map(([key, chosen]) => [key, [...chosen]]));
}
