"use client";

import { useQuery } from "@tanstack/react-query";
import { useActor } from "@/components/base/actor-provider";
import { OwnIdentities } from "@/components/identity/own-identities";
import { userDetailQuery } from "@/components/user/queries";

/** What one signs in by beside a password. */
export function AccountSecurity({ offered }: { offered: string }) {
  const { username, role } = useActor();
  const { data } = useQuery(userDetailQuery(username));
  const user = {
    username,
    platform_role_id: role,
    auth_type: data?.entity.auth_type ?? "basic_auth",
  } as const;
  return <OwnIdentities user={user} offered={offered} />;
}
