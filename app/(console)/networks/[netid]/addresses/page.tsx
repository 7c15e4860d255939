import type { SearchParams } from "nuqs/server";
import { notFound } from "next/navigation";
import { addressesInput, addressesListOf } from "@/components/client-config/addresses/list-params";
import { NetworkAddresses } from "@/components/client-config/addresses/network-addresses";
import {
  addressed,
  addressPageQuery,
  gatewaysOfQuery,
  readAddressPage,
  type AddressedGateway,
} from "@/components/client-config/addresses/queries";
import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { netidOf, type NetidParams } from "@/components/network/netid-of";
import { signedInContext } from "@/lib/auth/page-context";
import { clientConfigListQuery } from "@/lib/client-config/schema";
import { pageConfigs } from "@/lib/client-config/service";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { listGateways } from "@/lib/gateway/service";
import { getNetwork } from "@/lib/network/service";
import { firstPeopleNames, once } from "../../../first-names";

export default async function Page({
  params,
  searchParams,
}: NetidParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const netid = await netidOf(params);
  const { entity: network } = await getNetwork(ctx, netid).catch(orNotFound);
  const input = addressesInput(netid, await addressesListOf(network).load(searchParams));
  const read = once(() =>
    readAddressPage(input, (query) => pageConfigs(ctx, clientConfigListQuery.parse(query))),
  );
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: netid, needs: "client-configs:see" }}
      reads={[
        firstRead(addressPageQuery(input), read),
        firstRead(gatewaysOfQuery(netid), () => gatewaysOf(ctx, netid)),
        firstPeopleNames(ctx, async () => (await read()).data.map(({ ownerid }) => ownerid)),
      ]}
    >
      <NetworkAddresses netid={netid} />
    </FirstPaint>
  );
}

async function gatewaysOf(ctx: Context, netid: string): Promise<AddressedGateway[]> {
  const gateways: AddressedGateway[] = [];
  for await (const batch of listGateways(ctx, { network: [netid] })) {
    gateways.push(...batch.map(addressed));
  }
  return gateways;
}

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}
