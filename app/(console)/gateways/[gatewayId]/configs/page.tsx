import type { SearchParams } from "nuqs/server";
import { ConfigsOf } from "@/components/client-config/configs-of";
import { FirstPaint } from "@/components/console/first-paint";
import { gatewayIdOf, type GatewayIdParams } from "@/components/gateway/gateway-id-of";
import { signedInContext } from "@/lib/auth/page-context";
import { firstConfigs } from "../../../first-configs";

export default async function Page({
  params,
  searchParams,
}: GatewayIdParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const id = await gatewayIdOf(params);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: "Gateway", needs: "client-configs:see" }}
      reads={await firstConfigs(ctx, searchParams, { gateway: id })}
    >
      <ConfigsOf gateway={id} />
    </FirstPaint>
  );
}
