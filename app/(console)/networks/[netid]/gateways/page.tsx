import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { GatewaysOfNetwork } from "@/components/gateway/gateways-of-network";
import { gatewaysOfNetworkList } from "@/components/gateway/list-params";
import { gatewaysPageQuery } from "@/components/gateway/queries";
import { netidOf, type NetidParams } from "@/components/network/netid-of";
import { signedInContext } from "@/lib/auth/page-context";
import { pageGateways } from "@/lib/gateway/service";

export default async function Page({
  params,
  searchParams,
}: NetidParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const netid = await netidOf(params);
  const query = { ...(await gatewaysOfNetworkList.load(searchParams)), network: [netid] };
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: netid, needs: "gateways:see" }}
      reads={[firstRead(gatewaysPageQuery(query), () => pageGateways(ctx, query))]}
    >
      <GatewaysOfNetwork netid={netid} />
    </FirstPaint>
  );
}
