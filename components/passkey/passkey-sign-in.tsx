"use client";

import { useEffect, useEffectEvent, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { whenIdle } from "@/components/ui/when-idle";
import { loadScriptTwice } from "@/lib/load-script";

const load = () => loadScriptTwice(() => import("./sign-in"));

/** Signs in with a passkey: by a button, or where the browser offers it in the field of the username. */
export function PasskeySignIn({
  back,
  icon,
}: {
  /** A page of ours. */
  back: string;
  /** Made by the server: this page has a small script. */
  icon: ReactNode;
}) {
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const offer = useEffectEvent(async () => {
    const { offerPasskey } = await load();
    if (await offerPasskey(setError)) window.location.assign(back);
  });

  useEffect(
    () =>
      whenIdle(() => {
        void offer().catch(() => undefined);
      }),
    [],
  );

  async function handleClick() {
    if (isPending) return;
    setIsPending(true);
    setError(null);
    try {
      const { signInWithPasskey } = await load();
      await signInWithPasskey();
      window.location.assign(back);
    } catch (failure) {
      setIsPending(false);
      setError(failure instanceof Error ? failure.message : "Something went wrong. Try again.");
    }
  }

  return (
    <>
      {error !== null && (
        <Callout tone="danger" role="alert">
          {error}
        </Callout>
      )}
      <Button size="lg" icon={icon} isPending={isPending} onClick={() => void handleClick()}>
        Continue with a passkey
      </Button>
    </>
  );
}
