"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sessionKeys } from "@/components/session/queries";
import { withIdentityCheck } from "@/components/session/with-identity-check";
import { callUsers } from "@/components/user/calls";
import { userKeys } from "@/components/user/queries";

/** Sets one's own password, after an identity check where the last one is too long ago. */
export function useChangeOwnPassword(username: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (password: string) =>
      withIdentityCheck(() => callUsers("update", { params: { username }, body: { password } })),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: userKeys.all }),
        queryClient.invalidateQueries({ queryKey: sessionKeys.all }),
      ]),
    meta: { isShownByForm: true },
  });
}
