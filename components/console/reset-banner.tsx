"use client";

import { lazy, Suspense, type ComponentProps } from "react";
import type { ResetNotice as Notice } from "./reset-notice";

// Hardly any page has it: its script comes with it.
const ResetNotice = lazy(async () => ({ default: (await import("./reset-notice")).ResetNotice }));

/** Above every page, until the super admin has dismissed it: their password was reset on the server's machine. */
export function ResetBanner(props: ComponentProps<typeof Notice>) {
  return (
    <Suspense fallback={null}>
      <ResetNotice {...props} />
    </Suspense>
  );
}
