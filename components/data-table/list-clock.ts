"use client";

import { createContext, use } from "react";
import { useNowSince } from "@/components/ui/use-clock";

/** When the rows of the table around it were loaded. */
export const LoadedAtContext = createContext(0);

/** For cells that are drawn by the clock: by itself, so that columns stay what they are while it goes on. */
export function useListNow(): number {
  return useNowSince(use(LoadedAtContext));
}
