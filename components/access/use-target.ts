"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { asUser } from "@/components/user/as-user";
import { userDetailQuery } from "@/components/user/queries";
import { nameOf } from "@/components/user/user-words";
import { can, isSelf } from "@/lib/permissions";
import type { Target } from "@/lib/user/policy";

/** Whose access it is, as far as it decides what may be done with it. */
export function useTarget(username: string): Target {
  const actor = useActor();
  const data = useDetail(username);
  if (isSelf(actor, username)) {
    return { username, platform_role_id: actor.role };
  }
  return data ? asUser(data.entity) : { username, platform_role_id: "service-user" };
}

/** What they are called, as far as that may be known. */
export function usePersonName(username: string): string {
  const data = useDetail(username);
  return data ? nameOf(data.entity) : username;
}

/** To network admins only service users exist, and these only in part. */
function useDetail(username: string) {
  const isReader = can(useActor(), "users:read", { user: username });
  return useQuery({ ...userDetailQuery(username), enabled: isReader }).data;
}
