import { FirstPaint, firstRead } from "@/components/console/first-paint";
import { GatewayConfigs } from "@/components/gateway/detail/gateway-configs";
import { gatewayIdOf, type GatewayIdParams } from "@/components/gateway/gateway-id-of";
import { listedGatewayInput, listedGatewayQuery } from "@/components/gateway/queries";
import { signedInContext } from "@/lib/auth/page-context";
import { pageGateways } from "@/lib/gateway/service";

export default async function Page({ params }: GatewayIdParams) {
  const ctx = await signedInContext();
  const id = await gatewayIdOf(params);
  const read = () => pageGateways(ctx, listedGatewayInput(id));
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Gateway", needs: "gateways:see" }}
      reads={[firstRead(listedGatewayQuery(id), read)]}
    >
      <GatewayConfigs id={id} />
    </FirstPaint>
  );
}
