"use client";

import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import type { WaitingPart } from "./early-click";

/** Makes up for what was clicked in a part of the page, marked by `clicksWait`, before its script was there. */
export function useEarlyClicks(partRef: RefObject<WaitingPart | null>) {
  const clicksRef = useRef<HTMLElement[]>([]);

  // Before anybody can click again.
  useLayoutEffect(() => {
    const part = partRef.current;
    if (!part) return;
    delete part.dataset.clicksWait;
    clicksRef.current.push(...(part.earlyClicks ?? []));
    delete part.earlyClicks;
  }, [partRef]);

  useEffect(() => {
    for (const control of clicksRef.current.splice(0)) clickAnew(control);
  }, []);
}

/** A box has been ticked by the browser alone: it is set back, so that the click ticks it again. */
function clickAnew(control: HTMLElement) {
  if (!control.isConnected) return;
  if (control instanceof HTMLInputElement) control.checked = !control.checked;
  control.focus({ preventScroll: true });
  control.click();
}
