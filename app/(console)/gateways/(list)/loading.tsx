import { GatewaysHeader } from "@/components/gateway/list/gateways-header";
import { GatewaysSkeleton } from "@/components/gateway/list/gateways-skeleton";

export default function Loading() {
  return (
    <>
      <GatewaysHeader />
      <GatewaysSkeleton />
    </>
  );
}
