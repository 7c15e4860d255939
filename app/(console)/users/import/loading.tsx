import { ImportHeader } from "@/components/import/page/import-header";
import { ImportSkeleton } from "@/components/import/page/import-skeleton";

export default function Loading() {
  return (
    <>
      <ImportHeader />
      <ImportSkeleton />
    </>
  );
}
