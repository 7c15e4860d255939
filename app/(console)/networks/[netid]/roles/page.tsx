import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { NetworkRoles } from "@/components/network/detail/network-roles";
import { netidOf, type NetidParams } from "@/components/network/netid-of";
import { roleListInput, rolesOfNetworkList } from "@/components/role/list-params";
import { rolesPageQuery } from "@/components/role/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageRoles } from "@/lib/role/service";

export default async function Page({
  params,
  searchParams,
}: NetidParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const netid = await netidOf(params);
  const query = { ...(await rolesOfNetworkList.load(searchParams)), network: [netid] };
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: netid, needs: "roles:read" }}
      reads={[firstRead(rolesPageQuery(query), () => pageRoles(ctx, roleListInput(query)))]}
    >
      <NetworkRoles netid={netid} />
    </FirstPaint>
  );
}
