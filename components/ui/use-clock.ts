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

/** @param seen a time that is known to have come, if it has: the clock that ticks must not be behind it */
function getNow(seen: number) {
  if (seen > now && seen <= Date.now()) now = Date.now();
  // Nobody listened for a while, on a server between requests for example.
  if (timer === undefined && Date.now() - now > tickMs) now = Date.now();
  return now;
}

/**
 * Milliseconds since the epoch, renewed twice a minute for all users of the hook together; and never so late
 * that `time`, once it is past, seems to be yet to come.
 */
export function useNow(time: number): number {
  const read = () => getNow(time);
  return useSyncExternalStore(subscribe, read, read);
}

/**
 * As {@link useNow}, for what is drawn differently before and after a moment: while the page comes to life this is
 * `loadedAt`, the server's time at which it drew the same.
 */
export function useNowSince(loadedAt: number): number {
  return useSyncExternalStore(
    subscribe,
    () => getNow(loadedAt),
    () => loadedAt,
  );
}

const never = () => () => undefined;
const getZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The person's time zone; UTC in the server's HTML, which does not know it. */
export function useTimeZone(): string {
  return useSyncExternalStore(never, getZone, () => "UTC");
}
