"use client";

import { useSyncExternalStore } from "react";

const tickMs = 30_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(tick, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick() {
  now = Date.now();
  for (const listener of listeners) listener();
}

function getNow() {
  // Nobody listened for a while, on a server between requests for example.
  if (timer === undefined && Date.now() - now > tickMs) now = Date.now();
  return now;
}

/** Milliseconds since the epoch, renewed twice a minute for all users of the hook together. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, getNow, getNow);
}

const never = () => () => undefined;
const getZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The person's time zone; UTC in the server's HTML, which does not know it. */
export function useTimeZone(): string {
  return useSyncExternalStore(never, getZone, () => "UTC");
}
