import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { NetworkPeople } from "@/components/network/detail/network-people";
import { networkPeopleList, pageInput } from "@/components/network/list-params";
import { netidOf, type NetidParams } from "@/components/network/netid-of";
import { networkPeopleQuery } from "@/components/network/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageNetworkUsers } from "@/lib/user/network-service";

export default async function Page({
  params,
  searchParams,
}: NetidParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const netid = await netidOf(params);
  const query = await networkPeopleList.load(searchParams);
  const input = { ...pageInput(query), network: netid, role: query.role };
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: netid, needs: "network-users:read", about: { network: netid } }}
      reads={[firstRead(networkPeopleQuery(netid, query), () => pageNetworkUsers(ctx, input))]}
    >
      <NetworkPeople netid={netid} />
    </FirstPaint>
  );
}
