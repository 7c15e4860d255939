import { TokensHeader } from "@/components/token/list/tokens-header";
import { TokensSkeleton } from "@/components/token/list/tokens-skeleton";

export default function Loading() {
  return (
    <>
      <TokensHeader />
      <TokensSkeleton />
    </>
  );
}
