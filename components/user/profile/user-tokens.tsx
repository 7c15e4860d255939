"use client";

import { useQuery } from "@tanstack/react-query";
import { TokensOfUser } from "@/components/token/tokens-of-user";
import { userDetailQuery } from "@/components/user/queries";

/** The tab of a user's API tokens. */
export function UserTokens({ username }: { username: string }) {
  const { data } = useQuery(userDetailQuery(username));
  if (!data) return null;
  return <TokensOfUser owner={data.entity} />;
}
