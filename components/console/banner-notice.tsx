"use client";

import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { focusMain } from "@/components/ui/focus-return";

/** Something to know above every page, until it is dismissed. */
export function BannerNotice({
  title,
  onDismiss,
  children,
}: {
  title: string;
  onDismiss?: () => void;
  children: ReactNode;
}) {
  const [isDismissed, setIsDismissed] = useState(false);
  if (isDismissed) return null;
  return (
    <section
      aria-label="Security notice"
      className="mx-auto max-w-[100rem] px-4 pt-4 @min-[58rem]/shell:px-8"
    >
      <Callout
        tone="warn"
        title={title}
        action={
          <Button
            onClick={() => {
              onDismiss?.();
              setIsDismissed(true);
              focusMain();
            }}
          >
            Dismiss
          </Button>
        }
      >
        {children}
      </Callout>
    </section>
  );
}
