"use client";

import { useCallback, useEffect, useEffectEvent, useRef } from "react";

/**
 * Takes over what was typed into a field, or filled in by a password manager, before its script was there.
 * @returns the field's ref, which hands the element on to `ref`
 */
export function useEarlyInput<Element extends HTMLInputElement | HTMLTextAreaElement>({
  value,
  ref,
  onChange,
}: {
  value: string;
  ref: (element: Element | null) => void;
  onChange: (value: string) => void;
}) {
  const elementRef = useRef<Element>(null);
  const takeOver = useEffectEvent(() => {
    const shown = elementRef.current?.value;
    if (shown !== undefined && shown !== value) onChange(shown);
  });
  useEffect(() => {
    takeOver();
  }, []);
  return useCallback(
    (element: Element | null) => {
      elementRef.current = element;
      ref(element);
    },
    [ref],
  );
}
