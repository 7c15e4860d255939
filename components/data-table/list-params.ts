/**
 * A list's state is its URL. One definition serves the page, which loads the first rows on the
 * server, and the table: `page`, `per_page`, `sort`, `order`, `q`, `hide` and the list's filters.
 */
import {
  createLoader,
  parseAsArrayOf,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { ParserMap } from "nuqs";

const MAX_PAGE = 1_000_000_000;

/** The page nearest to the wanted one that the server takes. */
export function pageWithin(page: number): number {
  return Math.min(Math.max(1, page), MAX_PAGE);
}

export const pageSizes = [25, 50, 100, 200] as const;
export type SortOrder = "asc" | "desc";

/** A filter of several values, written `?status=enabled,disabled`. Other values are dropped. */
export function filterOf<const Value extends string>(values: readonly Value[]) {
  return parseAsArrayOf(parseAsStringLiteral(values)).withDefault([]);
}

/** A filter whose values are not known before: names, ids. */
export function anyFilter() {
  return parseAsArrayOf(parseAsString).withDefault([]);
}

/**
 * @example
 * export const usersList = defineList({
 *   sorts: ["username", "last_login_at"], defaultSort: "username",
 *   filters: { status: filterOf(["enabled", "disabled"]), group: anyFilter() },
 * });
 * // page.tsx: const query = await usersList.load(searchParams)
 */
export function defineList<const Sort extends string, Filters extends ParserMap>({
  sorts,
  defaultSort,
  defaultOrder = "asc",
  perPage = 50,
  filters,
}: {
  /** Column ids that the server can sort by. */
  sorts: readonly Sort[];
  defaultSort: NoInfer<Sort>;
  defaultOrder?: SortOrder;
  perPage?: (typeof pageSizes)[number];
  filters: Filters;
}) {
  const query = {
    page: parseAsInteger.withDefault(1),
    per_page: parseAsNumberLiteral(pageSizes).withDefault(perPage),
    sort: parseAsStringLiteral(sorts).withDefault(defaultSort),
    order: parseAsStringLiteral(["asc", "desc"]).withDefault(defaultOrder),
    q: parseAsString.withDefault(""),
  };
  return { sorts, defaultSort, query, filters, load: createLoader({ ...query, ...filters }) };
}

export type ListDefinition<Sort extends string, Filters extends ParserMap> = ReturnType<
  typeof defineList<Sort, Filters>
>;

/** Columns that are not shown. Not part of the query: hiding one fetches nothing. */
export const hiddenColumns = parseAsArrayOf(parseAsString).withDefault([]);
