"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { callSessions } from "./calls";
import { confirmIdentity } from "./confirm-identity";
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

export function useConfirmIdentity(username: string) {
  return useMutation({
    mutationFn: (body: { password: string } | { totp: string }) => confirmIdentity(username, body),
    meta: { isShownByForm: true },
  });
}
