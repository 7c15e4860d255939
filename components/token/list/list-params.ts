import { defineList, filterOf, pageWithin } from "@/components/data-table/list-params";
import type { TokenListQuery } from "@/lib/token/schema";
import { tokenSorts, tokenStates } from "@/lib/token/values";

/** The state of the list of all tokens in the URL, for the page that loads it and the table that shows it. */
export const tokensList = defineList({
  sorts: tokenSorts,
  defaultSort: "created_at",
  defaultOrder: "desc",
  filters: { state: filterOf(tokenStates) },
});

type TokensState = Awaited<ReturnType<typeof tokensList.load>>;

/** What the server is asked for; keys that say nothing are left out. */
export function tokensQuery({ page, q, state, ...rest }: TokensState): TokenListQuery {
  return {
    page: pageWithin(page),
    per_page: rest.per_page,
    sort: rest.sort,
    order: rest.order,
    ...(q !== "" && { q }),
    ...(state.length > 0 && { state }),
  };
}
