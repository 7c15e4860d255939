"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { callUsers } from "./calls";
import { userKeys } from "./queries";

/** @param isShownInPlace a dialog shows what went wrong; without it a toast does */
export function useSetUserDisabled({ isShownInPlace }: { isShownInPlace: boolean }) {
  const client = useQueryClient();
  return useMutation({
    meta: isShownInPlace ? { isShownByForm: true } : {},
    mutationFn: ({ username, isDisabled }: { username: string; isDisabled: boolean }) =>
      isDisabled
        ? callUsers("disable", { params: { username }, query: {} })
        : callUsers("enable", { params: { username }, query: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: userKeys.all }),
  });
}
