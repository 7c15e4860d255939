import type { SearchParams } from "nuqs/server";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { GatewayPeople } from "@/components/gateway/detail/gateway-people";
import { gatewayIdOf, type GatewayIdParams } from "@/components/gateway/gateway-id-of";
import { gatewayPeopleList } from "@/components/gateway/list-params";
import { gatewayPeopleInput, gatewayPeopleQuery } from "@/components/gateway/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageGatewayUsers } from "@/lib/user/gateway-service";

export default async function Page({
  params,
  searchParams,
}: GatewayIdParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const id = await gatewayIdOf(params);
  const selection = await gatewayPeopleList.load(searchParams);
  const read = () => pageGatewayUsers(ctx, id, gatewayPeopleInput(selection));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Gateway", needs: "gateway-users:read" }}
      reads={[firstRead(gatewayPeopleQuery(id, selection), read)]}
    >
      <GatewayPeople id={id} />
    </FirstPaint>
  );
}
