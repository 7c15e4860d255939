"use client";

import { useSyncExternalStore } from "react";

/** Whether the browser's answer to a media query is yes; no in the server's HTML, which cannot ask. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => {
        media.removeEventListener("change", listener);
      };
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}
