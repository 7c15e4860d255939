import { FirstPaint } from "@/components/console/first-paint";
import { GatewayPeople } from "@/components/gateway/detail/gateway-people";
import { gatewayIdOf, type GatewayIdParams } from "@/components/gateway/gateway-id-of";
import { signedInContext } from "@/lib/auth/page-context";

export default async function Page({ params }: GatewayIdParams) {
  const ctx = await signedInContext();
  const id = await gatewayIdOf(params);
  return (
    <FirstPaint ctx={ctx} page={{ title: "Gateway", needs: "gateway-users:read" }}>
      <GatewayPeople id={id} />
    </FirstPaint>
  );
}
