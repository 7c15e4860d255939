"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { focusMain } from "@/components/ui/focus-return";
import { useLiftThrottle } from "@/components/session/mutations";
import { sessionQueries } from "@/components/session/queries";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Name } from "@/components/ui/name";
import { MinuteTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { useNow } from "@/components/ui/use-clock";
import { nameOf } from "@/components/user/user-words";
import { formatCount } from "@/lib/format";
import { canManageThrottle } from "@/lib/user/policy";
import type { User } from "@/lib/user/schema";

/** Why somebody cannot sign in although the password is right, and the end of it; nothing while they can. */
export function UserThrottle({ user }: { user: User }) {
  const { username } = user;
  const mayManage = canManageThrottle(useActor(), user).allowed;
  const { data } = useQuery({ ...sessionQueries.throttle(username), enabled: mayManage });
  const lift = useLiftThrottle(username);
  const until = Date.parse(data?.throttled_until ?? "");
  const now = useNow(until);
  if (!data || until <= now) return null;

  function handleLift() {
    lift.mutate(undefined, {
      onSuccess: () => {
        toast.success(
          <>
            <Name>{nameOf(user)}</Name> can sign in again
          </>,
          {
            description: "Failed attempts were reset.",
          },
        );
        focusMain();
      },
    });
  }

  return (
    <Callout
      tone="warn"
      className="mb-4"
      title="Too many failed sign-ins"
      action={
        <Button isPending={lift.isPending} onClick={handleLift}>
          Unblock
        </Button>
      }
    >
      Password sign-in is blocked until <MinuteTime value={data.throttled_until} /> after{" "}
      {formatCount(data.failures, "failed attempt")}.
    </Callout>
  );
}
