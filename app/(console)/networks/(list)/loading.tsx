import { NetworksHeader } from "@/components/network/list/networks-header";
import { NetworksSkeleton } from "@/components/network/list/networks-skeleton";

export default function Loading() {
  return (
    <>
      <NetworksHeader />
      <NetworksSkeleton />
    </>
  );
}
