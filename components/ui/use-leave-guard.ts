"use client";

import { useEffect, useEffectEvent } from "react";

/**
 * One guard for all that would be lost by leaving: forms with edits, a token that was not copied. While there is
 * any, links, steps back and forward, and whatever goes through `whenMayLeave` are held up for the newest of them to
 * ask; before the page unloads the browser asks.
 */

/** Asks whether to leave, and calls `leave` if so. */
export type AskToLeave = (leave: () => void) => void;

const guards: AskToLeave[] = [];
let listening: AbortController | null = null;

/** While `isOn`, leaving would lose something. Browsers let only those steps back be held up that come after a click or a key. */
export function useLeaveGuard(isOn: boolean, ask: AskToLeave): void {
  const hold = useEffectEvent(ask);
  useEffect(() => {
    if (!isOn) return undefined;
    return register((leave) => {
      hold(leave);
    });
  }, [isOn]);
}

/** For code that leaves the page by itself: leaves at once, or when the person has agreed to lose what is there. */
export function whenMayLeave(leave: () => void): void {
  const ask = guards.at(-1);
  if (!ask) {
    leave();
    return;
  }
  ask(() => {
    leaveFreely();
    leave();
  });
}

export function wouldLoseSomething(): boolean {
  return guards.length > 0;
}

/** Nothing that is there now is worth a question any more. */
export function leaveFreely(): void {
  guards.length = 0;
  listening?.abort();
  listening = null;
}

function register(guard: AskToLeave): () => void {
  guards.push(guard);
  if (!listening) {
    listening = new AbortController();
    const { signal } = listening;
    window.addEventListener("beforeunload", askBrowser, { signal });
    window.addEventListener("click", holdLink, { signal, capture: true });
    navigation()?.addEventListener("navigate", holdStep, { signal });
  }
  return () => {
    const index = guards.indexOf(guard);
    if (index !== -1) guards.splice(index, 1);
    if (guards.length === 0) leaveFreely();
  };
}

function askBrowser(event: BeforeUnloadEvent) {
  event.preventDefault();
}

/** Of links to other pages of ours. Before those that leave the site, and other windows, the browser asks or nothing is lost. */
function holdLink(event: MouseEvent) {
  const link =
    event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[href]");
  const hasModifier = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || event.button !== 0 || hasModifier || !leadsAway(link)) return;
  event.preventDefault();
  whenMayLeave(() => {
    if (link.isConnected) link.click();
    else window.location.assign(link.href);
  });
}

function leadsAway(link: HTMLAnchorElement): boolean {
  const isHere = link.target === "" || link.target === "_self";
  const isOurs = link.origin === window.location.origin;
  return isHere && isOurs && link.pathname !== window.location.pathname;
}

function holdStep(event: NavigateEvent) {
  if (event.navigationType !== "traverse" || !event.cancelable) return;
  const { key } = event.destination;
  event.preventDefault();
  whenMayLeave(() => {
    navigation()?.traverseTo(key);
  });
}

/** Older browsers do not have it. */
function navigation(): Navigation | null {
  return window.navigation ?? null;
}
