"use client";

import { useActor } from "@/components/base/actor-provider";
import { lastConfirmed } from "./last-confirmed";
import { askForIdentity } from "./with-identity-check";

/** What the server asks for is good for 10 minutes; what begins now takes a moment. */
const GOOD_FOR_MS = 9 * 60_000;

/**
 * Asks who it is before something that takes a while, where the last answer is too long ago: else it would be asked at
 * its end.
 */
export function useEnsureIdentity(): () => Promise<void> {
  const { credential } = useActor();
  return async () => {
    const knownAt = credential.kind === "session" ? credential.identityConfirmedAt : 0;
    if (Math.max(knownAt, lastConfirmed.at) + GOOD_FOR_MS < Date.now()) await askForIdentity();
  };
}
