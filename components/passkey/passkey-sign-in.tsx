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
  const [error, setError] = useState("");

  async function run(signIn: () => Promise<void>) {
    setIsPending(true);
    setError("");
    try {
      await signIn();
      window.location.assign(back);
    } catch (failure) {
      setIsPending(false);
      setError(failure instanceof Error ? failure.message : String(failure));
    }
  }

  const offer = useEffectEvent(async (signal: AbortSignal) => {
    const signIn = await load().then(({ offerPasskey }) => offerPasskey(signal));
    if (signIn) await run(signIn);
  });

  // Not while one is on its way: the browser asks one thing at a time.
  useEffect(() => {
    if (isPending) return undefined;
    const ending = new AbortController();
    const cancel = whenIdle(() => {
      offer(ending.signal).catch(() => undefined);
    });
    return () => {
      cancel();
      ending.abort();
    };
  }, [isPending]);

  return (
    <>
      {error !== "" && (
        <Callout tone="danger" role="alert">
          {error}
        </Callout>
      )}
      <Button
        size="lg"
        icon={icon}
        isPending={isPending}
        onClick={() => void run(async () => (await load()).signInWithPasskey())}
      >
        Continue with a passkey
      </Button>
    </>
  );
}
