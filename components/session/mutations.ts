"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { callSessions } from "./calls";
import { lastConfirmed } from "./last-confirmed";
import { sessionKeys } from "./queries";

export function useEndSession() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callSessions("end", { query: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionKeys.all }),
  });
}

/** Ends every session of a user. The dialog that asks shows the error. */
export function useEndAllSessions() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (username: string) => callSessions("endAll", { query: { username } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionKeys.all }),
    meta: { isShownByForm: true },
  });
}

/** Ends a user's wait after failed sign-ins. */
export function useLiftThrottle(username: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callSessions("liftThrottle", { query: { username } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionKeys.throttle(username) }),
  });
}

/** Answers whether the proof is right; if so, what needs an identity check is open for 10 minutes. */
export function useConfirmIdentity(username: string) {
  return useMutation({
    mutationFn: async (body: { password: string } | { totp: string }) => {
      const answer = await callSessions("validateIdentity", { params: { username }, body });
      if (answer.identity_validated) lastConfirmed.at = Date.now();
      return answer.identity_validated;
    },
    meta: { isShownByForm: true },
  });
}
