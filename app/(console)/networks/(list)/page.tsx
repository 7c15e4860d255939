import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { networksList, pageInput } from "@/components/network/list-params";
import { NetworksPage } from "@/components/network/list/networks-page";
import { networksPageQuery } from "@/components/network/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageNetworks } from "@/lib/network/service";

export const metadata: Metadata = { title: "Networks" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const query = await networksList.load(searchParams);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Networks", needs: "networks:see" }}
      reads={[firstRead(networksPageQuery(query), () => pageNetworks(ctx, pageInput(query)))]}
    >
      <NetworksPage />
    </FirstPaint>
  );
}
