"use client";

import { useActor } from "@/components/base/actor-provider";
import { TokensOfUser } from "@/components/token/tokens-of-user";

/** One's own API tokens. Whoever is here is signed in, so the account is enabled. */
export function AccountTokens() {
  const { username, role } = useActor();
  return <TokensOfUser owner={{ username, platform_role_id: role, account_disabled: false }} />;
}
