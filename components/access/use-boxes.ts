"use client";

import { useEffect, useState, type RefObject } from "react";
import type { Box } from "./line-paths";
import type { Picture } from "./picture-things";

export interface Measured {
  boxes: ReadonlyMap<string, Box>;
  height: number;
  /** The pixels of 1rem. */
  rem: number;
}

/** Where the things of a picture are drawn; null until that is known. Measured anew when anything moves. */
export function useBoxes(ref: RefObject<HTMLElement | null>, picture: Picture): Measured | null {
  const [measured, setMeasured] = useState<Measured | null>(null);
  useEffect(() => {
    const root = ref.current;
    if (!root) return undefined;
    const measure = () => {
      setMeasured(measuredIn(root));
    };
    // Also tells the first sizes, before the browser paints.
    const observer = new ResizeObserver(measure);
    for (const part of [root, ...root.querySelectorAll("[data-column]")]) observer.observe(part);
    root.addEventListener("scroll", measure, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      root.removeEventListener("scroll", measure, { capture: true });
    };
  }, [ref, picture]);
  return measured;
}

function measuredIn(root: HTMLElement): Measured {
  const frame = root.getBoundingClientRect();
  const things = [...root.querySelectorAll<HTMLElement>("[data-thing]")];
  return {
    boxes: new Map(things.map((thing) => [thing.dataset["thing"] ?? "", boxOf(thing, frame)])),
    height: frame.height,
    rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  };
}

function boxOf(thing: HTMLElement, frame: DOMRect): Box {
  const box = thing.getBoundingClientRect();
  const seen = thing.closest("[data-scroller]")?.getBoundingClientRect() ?? frame;
  const middle = box.top + box.height / 2;
  return {
    left: box.left - frame.left,
    right: box.right - frame.left,
    bottom: box.bottom - frame.top,
    y: Math.min(Math.max(middle, seen.top), seen.bottom) - frame.top,
    isOut: middle < seen.top || middle > seen.bottom,
  };
}
