import { ConfigsHeader } from "@/components/client-config/list/configs-header";
import { ConfigsSkeleton } from "@/components/client-config/list/configs-skeleton";

export default function Loading() {
  return (
    <>
      <ConfigsHeader />
      <ConfigsSkeleton />
    </>
  );
}
