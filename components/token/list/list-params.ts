import { defineList, manyOf } from "@/components/data-table/list-params";
import type { TokenListQuery } from "@/lib/token/schema";
import { tokenSorts, tokenStates } from "@/lib/token/values";

/** The list of all tokens, for the page that loads it and the table that shows it. */
export const tokensList = defineList<TokenListQuery>({
  sorts: tokenSorts,
  defaultSort: "created_at",
  defaultOrder: "desc",
  filters: { state: manyOf(tokenStates) },
});
