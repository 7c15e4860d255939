"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { asUser } from "@/components/user/as-user";
import { userDetailQuery } from "@/components/user/queries";
import { can, isSelf } from "@/lib/permissions";
import type { Target } from "@/lib/user/policy";

/** Whose access it is, as far as it decides what may be done with it. */
export function useTarget(username: string): Target {
  const actor = useActor();
  const isReader = can(actor, "users:read", { user: username });
  // To network admins only service users exist, and these only in part.
  const { data } = useQuery({ ...userDetailQuery(username), enabled: isReader });
  if (isSelf(actor, username)) {
    return { username, platform_role_id: actor.role };
  }
  return data ? asUser(data.entity) : { username, platform_role_id: "service-user" };
}
