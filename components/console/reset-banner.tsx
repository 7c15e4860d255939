"use client";

import type { ComponentProps } from "react";
import { lazyComponent } from "@/components/ui/lazy-component";
import type { ResetNotice as Notice } from "./reset-notice";

// Hardly any page has it: its script comes with it.
const ResetNotice = lazyComponent(async () => (await import("./reset-notice")).ResetNotice);

/** Above every page, until the super admin has dismissed it: their password was reset on the server's machine. */
export function ResetBanner(props: ComponentProps<typeof Notice>) {
  return <ResetNotice {...props} />;
}
