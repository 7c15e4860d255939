"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { lazyComponent } from "./lazy-component";
import { whenIdle } from "./when-idle";

// What is to be said waits: see toast.ts.
const SonnerToaster = lazyComponent(async () => (await import("./sonner-toaster")).SonnerToaster, {
  failed: ({ onRetry }) => <NextTry onTime={onRetry} />,
});
const PAUSE_MS = 20_000;

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
  return <SonnerToaster />;
}

/** There is no place to say that nothing can be said, and nobody to press a button. */
function NextTry({ onTime }: { onTime: () => void }) {
  const handleTime = useEffectEvent(onTime);
  useEffect(() => {
    const timer = setInterval(handleTime, PAUSE_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return null;
}
