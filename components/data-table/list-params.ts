/**
 * What a list can be asked. One definition serves the page, which loads the first rows on the server, and the
 * table: `page`, `per_page`, `sort`, `order`, `q`, `hide` and the list's filters, in the URL or in a dialog.
 */
import {
  createLoader,
  createParser,
  parseAsArrayOf,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
  type SearchParams,
} from "nuqs/server";

const MAX_PAGE = 1_000_000_000;

export const pageSizes = [25, 50, 100, 200] as const;
export type PageSize = (typeof pageSizes)[number];
export type SortOrder = "asc" | "desc";

/** The URL holds a filter's values as texts; `Wire` is what the server is asked with. */
export interface FilterParam<Wire> {
  parser: typeof someTexts;
  /** Undefined when nothing is chosen: the key is left out. */
  wireOf: (chosen: readonly string[]) => Wire | undefined;
}

const someTexts = parseAsArrayOf(parseAsString).withDefault([]);

/** Several of these, written `?status=enabled,disabled`. Other values are dropped. */
export function manyOf<const Value extends string>(values: readonly Value[]): FilterParam<Value[]> {
  return {
    parser: parseAsArrayOf(textAmong(values)).withDefault([]),
    wireOf: (chosen) => filled(values.filter((value) => chosen.includes(value))),
  };
}

/** One of these. */
export function oneOf<const Value extends string>(values: readonly Value[]): FilterParam<Value> {
  return {
    parser: oneAlone,
    wireOf: ([only]) => values.find((value) => value === only),
  };
}

/** Several values that are not known before: names, ids. */
export function manyTexts(): FilterParam<string[]> {
  return { parser: someTexts, wireOf: (chosen) => filled([...chosen]) };
}

/** As {@link manyTexts}, for a server that takes them in one text, with commas between. */
export function joinedTexts(): FilterParam<string> {
  return {
    parser: someTexts,
    wireOf: (chosen) => (chosen.length === 0 ? undefined : chosen.join(",")),
  };
}

/** One value that is not known before: a name, a text, a moment. */
export function oneText(): FilterParam<string> {
  return { parser: oneAlone, wireOf: ([only]) => only };
}

const oneAlone = createParser<string[]>({
  parse: (text) => (text === "" ? [] : [text]),
  serialize: (chosen) => chosen.join(","),
  eq: (a, b) => a[0] === b[0],
}).withDefault([]);

function textAmong(values: readonly string[]) {
  return createParser<string>({
    parse: (text) => (values.includes(text) ? text : null),
    serialize: (text) => text,
  });
}

function filled<Value>(values: Value[]): Value[] | undefined {
  return values.length === 0 ? undefined : values;
}

export interface Sortable {
  sort?: string | undefined;
}

type SortOf<Query extends Sortable> = NonNullable<Query["sort"]>;

type FilterKey<Query> = Exclude<keyof Query & string, "page" | "per_page" | "sort" | "order" | "q">;

/** What the server is asked for; keys that say nothing are left out. */
export type WireQuery<Query extends Sortable> = {
  page: number;
  per_page: number;
  sort: SortOf<Query>;
  order: SortOrder;
  q?: string;
} & { [Key in FilterKey<Query>]?: NonNullable<Query[Key]> };

/** Where one is in a list, as the URL has it. */
export interface ListState {
  page: number;
  per_page: PageSize;
  sort: string;
  order: SortOrder;
  q: string;
  /** Columns that are not shown. Not part of the query: hiding one fetches nothing. */
  hide: string[];
  filters: Record<string, string[]>;
}

type FilterParams<Query> = { [Key in FilterKey<Query>]?: FilterParam<NonNullable<Query[Key]>> };

/**
 * @typeParam Query what the endpoint takes, from its schema
 * @example
 * export const usersList = defineList<UserListQuery>({
 *   sorts: userSorts, defaultSort: "username",
 *   filters: { account_status: manyOf(["enabled", "disabled"]), group: manyTexts() },
 * });
 * // page.tsx: const query = await usersList.load(searchParams)
 */
export function defineList<Query extends Sortable>({
  prefix,
  sorts,
  defaultSort,
  defaultOrder = "asc",
  perPage = 50,
  filters,
}: {
  /** Where a page has two lists: "members" makes `members.page` of `page` in the URL. */
  prefix?: string;
  /** Column ids that the server can sort by. */
  sorts: readonly SortOf<Query>[];
  defaultSort: SortOf<Query>;
  defaultOrder?: SortOrder;
  perPage?: PageSize;
  filters: FilterParams<Query>;
}) {
  const parsers = {
    page: parseAsInteger.withDefault(1),
    per_page: parseAsNumberLiteral(pageSizes).withDefault(perPage),
    sort: textAmong(sorts).withDefault(defaultSort),
    order: parseAsStringLiteral(["asc", "desc"]).withDefault(defaultOrder),
    q: parseAsString.withDefault(""),
    hide: parseAsArrayOf(parseAsString).withDefault([]),
  };
  const filterParsers = parsersOf(filters);
  const initial: ListState = {
    page: 1,
    per_page: perPage,
    sort: defaultSort,
    order: defaultOrder,
    q: "",
    hide: [],
    filters: {},
  };
  const urlKeys = prefixed(prefix, [...Object.keys(parsers), ...Object.keys(filterParsers)]);
  const loadParams = createLoader(parsers, { urlKeys });
  const loadFilters = createLoader(filterParsers, { urlKeys });

  function queryOf({ page, per_page, order, q, ...state }: ListState): WireQuery<Query> {
    return {
      page: pageWithin(page),
      per_page,
      sort: sorts.find((sort) => sort === state.sort) ?? defaultSort,
      order,
      ...(q !== "" && { q }),
      ...wiresOf<Query>(filters, state.filters),
    };
  }

  return {
    sorts,
    initial,
    parsers,
    filterParsers,
    urlKeys,
    queryOf,
    /** What the server is asked for when the page is opened at this address. */
    load: async (searchParams: SearchParams | URLSearchParams | Promise<SearchParams>) => {
      const params = await searchParams;
      return queryOf({ ...loadParams(params), filters: loadFilters(params) });
    },
  };
}

export type ListDefinition<Query extends Sortable> = ReturnType<typeof defineList<Query>>;

/** The page nearest to the wanted one that the server takes. */
function pageWithin(page: number): number {
  return Math.min(Math.max(1, page), MAX_PAGE);
}

function prefixed(prefix: string | undefined, keys: readonly string[]): Record<string, string> {
  if (prefix === undefined) return {};
  return Object.fromEntries(keys.map((key) => [key, `${prefix}.${key}`]));
}

function parsersOf<Query>(filters: FilterParams<Query>): Record<string, typeof someTexts> {
  const parsers: Record<string, typeof someTexts> = {};
  for (const key of keysOf(filters)) {
    const parser = filters[key]?.parser;
    if (parser) parsers[key] = parser;
  }
  return parsers;
}

function wiresOf<Query>(filters: FilterParams<Query>, chosen: Record<string, readonly string[]>) {
  const wires: { [Key in FilterKey<Query>]?: NonNullable<Query[Key]> } = {};
  for (const key of keysOf(filters)) {
    const wire = filters[key]?.wireOf(chosen[key] ?? []);
    if (wire !== undefined) wires[key] = wire;
  }
  return wires;
}

function keysOf<T extends object>(object: T): (keyof T & string)[] {
  return Object.keys(object).filter((key): key is keyof T & string => key in object);
}
