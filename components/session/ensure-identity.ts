"use client";

import { useActor } from "@/components/base/actor-provider";
import { isGoodFor, lastConfirmed } from "./last-confirmed";
import { askForIdentity } from "./with-identity-check";

/**
 * Asks who it is before something that takes a while, where the last answer is too long ago: else it would be asked at
 * its end.
 * @param takesMs how long it may take
 */
export function useEnsureIdentity(takesMs: number): () => Promise<void> {
  const { credential } = useActor();
  return async () => {
    const knownAt = credential.kind === "session" ? credential.identityConfirmedAt : 0;
    const at = Math.max(knownAt, lastConfirmed.at);
    if (!isGoodFor(takesMs, { at, now: Date.now() })) await askForIdentity();
  };
}
