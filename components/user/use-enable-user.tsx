"use client";

import { useCallback } from "react";
import { Name } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { User } from "@/lib/user/schema";
import { useSetUserDisabled } from "./use-set-user-disabled";
import { nameOf } from "./user-words";

type Enabled = Pick<User, "username" | "display_name">;

/** Enables a user at once: nothing is lost by it, so nobody is asked. */
export function useEnableUser(): { run: (user: Enabled) => void; isPending: boolean } {
  const { mutate, isPending } = useSetUserDisabled({ isShownInPlace: false });
  const run = useCallback(
    (user: Enabled) => {
      mutate(
        { username: user.username, isDisabled: false },
        {
          onSuccess: () => {
            toast.success(
              <>
                <Name>{nameOf(user)}</Name> is enabled
              </>,
              { description: "They can sign in again." },
            );
          },
        },
      );
    },
    [mutate],
  );
  return { run, isPending };
}
