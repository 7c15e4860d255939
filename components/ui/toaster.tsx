"use client";

import { lazy, Suspense, useEffect, useState } from "react";

const SonnerToaster = lazy(async () => ({
  default: (await import("./sonner-toaster")).SonnerToaster,
}));

/** Once, in the root layout. Loads when the browser has nothing better to do. */
export function Toaster() {
  const [isWanted, setIsWanted] = useState(false);

  useEffect(
    () =>
      whenIdle(() => {
        setIsWanted(true);
      }),
    [],
  );

  if (!isWanted) return null;
  return (
    <Suspense fallback={null}>
      <SonnerToaster />
    </Suspense>
  );
}

function whenIdle(run: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, 500);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = window.requestIdleCallback(run, { timeout: 2000 });
  return () => {
    window.cancelIdleCallback(handle);
  };
}
