"use client";

import { useQuery } from "@tanstack/react-query";
import { userDetailQuery } from "@/components/user/queries";
import { TokensOfUser } from "./tokens-of-user";

/** The tab of a user's API tokens. */
export function UserTokens({ username }: { username: string }) {
  const { data } = useQuery(userDetailQuery(username));
  if (!data) return null;
  return <TokensOfUser owner={data.entity} />;
}
