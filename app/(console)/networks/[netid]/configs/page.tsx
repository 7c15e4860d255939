import type { SearchParams } from "nuqs/server";
import { ConfigsOf } from "@/components/client-config/configs-of";
import { FirstPaint } from "@/components/console/first-paint";
import { netidOf, type NetidParams } from "@/components/network/netid-of";
import { signedInContext } from "@/lib/auth/page-context";
import { firstConfigs } from "../../../first-configs";

export default async function Page({
  params,
  searchParams,
}: NetidParams & { searchParams: Promise<SearchParams> }) {
  const ctx = await signedInContext();
  const netid = await netidOf(params);
  return (
    <FirstPaint
      ctx={ctx}
      page={{ title: netid, needs: "client-configs:see" }}
      reads={await firstConfigs(ctx, searchParams, { network: netid })}
    >
      <ConfigsOf network={netid} />
    </FirstPaint>
  );
}
