"use client";

import { lazyComponent } from "@/components/ui/lazy-component";
import { ImportHeader } from "./import-header";
import { ImportSkeleton } from "./import-skeleton";

const ImportSteps = lazyComponent(async () => (await import("./import-steps")).ImportSteps, {
  fallback: <ImportSkeleton />,
});

export function ImportPage() {
  return (
    <>
      <ImportHeader />
      <ImportSteps />
    </>
  );
}
