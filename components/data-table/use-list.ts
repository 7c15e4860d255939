"use client";

import type { RowData } from "@tanstack/react-table";
import { useQuery, type QueryKey, type UseQueryOptions } from "@tanstack/react-query";
import type { AppColumns } from "./app-table";
import type { Sortable, WireQuery } from "./list-params";
import { useDataTable } from "./use-data-table";
import type { List } from "./use-list-state";
import type { RowSelection } from "./use-row-selection";

interface PageOf<Row> {
  data: readonly Row[];
  total: number;
  total_is_estimate?: boolean;
}

/**
 * One page of a list, ready for `DataTable`, with the next one on its way.
 * @example
 * const { model, query } = useList({ list: useUrlList(usersList), pageQuery: usersPageQuery, columns, rowId });
 */
export function useList<
  Query extends Sortable,
  Row extends RowData,
  Page extends PageOf<Row>,
  Key extends QueryKey,
>({
  list,
  pageQuery,
  columns,
  rowId,
  selection,
}: {
  list: List<Query>;
  pageQuery: (query: WireQuery<Query>) => UseQueryOptions<Page, Error, Page, Key>;
  /** Keep them stable (module scope or useMemo): cells of new columns begin anew, and an open menu closes. */
  columns: AppColumns<Row>;
  rowId: (row: Row) => string;
  /** Without it there are no checkboxes. */
  selection?: RowSelection | undefined;
}) {
  const wanted = list.query;
  const query = useQuery(pageQuery(wanted));
  const page: PageOf<Row> | undefined = query.data;
  useQuery({
    ...pageQuery({ ...wanted, page: wanted.page + 1 }),
    enabled: !query.isPlaceholderData && page?.data.length === wanted.per_page,
    refetchOnWindowFocus: false,
    refetchInterval: false,
    notifyOnChangeProps: [],
  });

  const model = useDataTable<Row>({
    columns,
    rows: page?.data,
    total: page?.total,
    isEstimate: page?.total_is_estimate ?? false,
    view: list.view,
    getRowId: rowId,
    selection,
  });
  return { model, query };
}
