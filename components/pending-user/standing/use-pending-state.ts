"use client";

import { useEffect, useState } from "react";
import { callPendingUsers } from "@/components/pending-user/calls";
import { isRefusal } from "@/lib/api/api-error";
import type { PendingState } from "@/lib/pending-user/schema";

const PAUSE_MS = 4_000;

/** Asks every few seconds while somebody waits and sees the page, and at once when they come back to it. */
export function usePendingState(first: PendingState | null): PendingState | null {
  const [state, setState] = useState(first);
  const isWaiting = state?.state === "waiting";

  useEffect(() => {
    if (!isWaiting) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    let isAsking = false;

    async function ask() {
      if (isAsking || document.visibilityState === "hidden") return;
      isAsking = true;
      const told = await tell(signal);
      isAsking = false;
      if (told !== undefined && !signal.aborted) setState(told);
    }

    const timer = setInterval(() => void ask(), PAUSE_MS);
    window.addEventListener("focus", () => void ask(), { signal });
    document.addEventListener("visibilitychange", () => void ask(), { signal });
    return () => {
      clearInterval(timer);
      ending.abort();
    };
  }, [isWaiting]);

  return state;
}

/** @returns null where this browser has asked for nothing; undefined where there was no answer */
async function tell(signal: AbortSignal): Promise<PendingState | null | undefined> {
  try {
    return await callPendingUsers("state", { signal });
  } catch (error) {
    return isRefusal(error, "not_found") ? null : undefined;
  }
}
