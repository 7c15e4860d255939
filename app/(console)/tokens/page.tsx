import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { tokensList } from "@/components/token/list/list-params";
import { TokensPage } from "@/components/token/list/tokens-page";
import { tokensPageQuery } from "@/components/token/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageTokens } from "@/lib/token/service";
import { firstPeopleNames, once } from "../first-names";

export const metadata: Metadata = { title: "API tokens" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const query = await tokensList.load(searchParams);
  const rows = once(() => pageTokens(ctx, query));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "API tokens", needs: "tokens:list" }}
      reads={[
        firstRead(tokensPageQuery(query), rows),
        firstPeopleNames(ctx, async () => (await rows()).data.map((token) => token.user_name)),
      ]}
    >
      <TokensPage />
    </FirstPaint>
  );
}
