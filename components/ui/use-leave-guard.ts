"use client";

import { useEffect, useEffectEvent } from "react";

/**
 * While `isOn`, leaving the page would lose something: the browser asks before it unloads, and a step back or
 * forward is held up once, for `onHeld` to ask. Browsers let only those steps be held up that come after a click or a key.
 */
export function useLeaveGuard(isOn: boolean, onHeld: () => void): void {
  const hold = useEffectEvent((event: Event) => {
    if (!isStep(event) || !event.cancelable) return;
    event.preventDefault();
    onHeld();
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener("beforeunload", askBrowser, { signal });
    navigation()?.addEventListener("navigate", hold, { signal });
    return () => {
      listening.abort();
    };
  }, [isOn]);
}

function askBrowser(event: BeforeUnloadEvent) {
  event.preventDefault();
}

/** The Navigation API, which TypeScript's library does not describe yet and older browsers do not have. */
function navigation(): EventTarget | null {
  return "navigation" in window && window.navigation instanceof EventTarget
    ? window.navigation
    : null;
}

function isStep(event: Event): boolean {
  return "navigationType" in event && event.navigationType === "traverse";
}
