"use client";

import { createContext, useContext, type ReactNode } from "react";

/** What administrators have set and forms go by. */
export interface Limits {
  passwordMinLength: number;
  /** How many days ahead an API token may expire. */
  tokenMaxDays: number;
}

const LimitsContext = createContext<Limits | null>(null);

/** The limits as the server last put them into the page: changed settings refresh it. */
export function LimitsProvider({ limits, children }: { limits: Limits; children: ReactNode }) {
  return <LimitsContext value={limits}>{children}</LimitsContext>;
}

export function useLimits(): Limits {
  const limits = useContext(LimitsContext);
  if (!limits) throw new Error("useLimits works only below the console's layout.");
  return limits;
}
