import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { gatewaysList } from "@/components/gateway/list-params";
import { GatewaysPage } from "@/components/gateway/list/gateways-page";
import { gatewaysPageQuery } from "@/components/gateway/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageGateways } from "@/lib/gateway/service";

export const metadata: Metadata = { title: "Gateways" };

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const query = await gatewaysList.load(searchParams);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Gateways", needs: "gateways:see" }}
      reads={[firstRead(gatewaysPageQuery(query), () => pageGateways(ctx, query))]}
    >
      <GatewaysPage />
    </FirstPaint>
  );
}
