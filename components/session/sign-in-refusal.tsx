"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { Callout } from "@/components/ui/callout";

export interface Refusal {
  message: string;
  /** When the server will listen again; milliseconds since the epoch. */
  waitUntil?: number;
}

interface RefusalProps {
  refusal: Refusal;
  onWaited: () => void;
}

/** Why signing in did not work; while one has to wait, with the time that is left. */
export function SignInRefusal({ refusal: { message, waitUntil }, onWaited }: RefusalProps) {
  return (
    <Callout tone="danger" role="alert">
      <p className={waitUntil === undefined ? undefined : "sr-only"}>{message}</p>
      {waitUntil !== undefined && (
        // The ticking is only for the eyes.
        <p aria-hidden="true" className="tabular-nums">
          Too many failed attempts. Try again in <Countdown until={waitUntil} onEnd={onWaited} />.
        </p>
      )}
    </Callout>
  );
}

function Countdown({ until, onEnd }: { until: number; onEnd: () => void }) {
  const [secondsLeft, setSecondsLeft] = useState(() => secondsTo(until));
  const tick = useEffectEvent(() => {
    const left = secondsTo(until);
    setSecondsLeft(left);
    if (left === 0) onEnd();
  });

  useEffect(() => {
    const timer = setInterval(() => {
      tick();
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, []);

  return clockText(secondsLeft);
}

function secondsTo(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

/** "1:05". */
function clockText(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;
}
