import { FirstPaint } from "@/components/console/first-paint";
import { GatewayOverview } from "@/components/gateway/detail/gateway-overview";
import { gatewayIdOf, type GatewayIdParams } from "@/components/gateway/gateway-id-of";
import { publicAddress, signedInContext } from "@/lib/auth/page-context";

export default async function Page({ params }: GatewayIdParams) {
  const ctx = await signedInContext();
  const id = await gatewayIdOf(params);
  return (
    <FirstPaint ctx={ctx} page={{ title: "Gateway", needs: "gateways:see" }}>
      <GatewayOverview id={id} address={publicAddress()} />
    </FirstPaint>
  );
}
