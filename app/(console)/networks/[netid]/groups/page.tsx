import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { NetworkGroups } from "@/components/network/detail/network-groups";
import { networkGroupsList, pageInput } from "@/components/network/list-params";
import { netidOf, type NetidParams } from "@/components/network/netid-of";
import { networkGroupsQuery } from "@/components/network/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageGroupsOfNetwork } from "@/lib/group/network-service";

export default async function Page({
  params,
  searchParams,
}: NetidParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const netid = await netidOf(params);
  const query = await networkGroupsList.load(searchParams);
  const input = { ...pageInput(query), network: netid };
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: netid, needs: "network-users:read", about: { network: netid } }}
      reads={[firstRead(networkGroupsQuery(netid, query), () => pageGroupsOfNetwork(ctx, input))]}
    >
      <NetworkGroups netid={netid} />
    </FirstPaint>
  );
}
