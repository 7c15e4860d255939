"use client";

import { useEffect, useEffectEvent, useState } from "react";

/** The time that is left until then, in milliseconds since the epoch. */
export function Countdown({ until, onEnd }: { until: number; onEnd: () => void }) {
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
