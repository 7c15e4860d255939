"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { ApiError } from "@/lib/api/client";
import type { Owner } from "@/lib/token/policy";
import { tokensOfQuery } from "./queries";
import { TokensList } from "./tokens-list";
import { TokensListSkeleton } from "./tokens-list-skeleton";

/** The API tokens of one user, for who may see them. */
export function TokensOfUser({
  owner,
  maxDays,
}: {
  owner: Owner;
  /** How many days ahead the server lets a token expire. */
  maxDays: number;
}) {
  const query = useQuery(tokensOfQuery(owner.username));
  if (query.data) {
    return (
      <TokensList
        owner={owner}
        tokens={query.data}
        loadedAt={query.dataUpdatedAt}
        maxDays={maxDays}
      />
    );
  }
  if (!query.error) return <TokensListSkeleton />;
  return (
    <ErrorState
      title="The API tokens could not be loaded"
      message={query.error.message}
      requestId={query.error instanceof ApiError ? query.error.requestId : null}
      isRetrying={query.isFetching}
      onRetry={() => void query.refetch()}
    />
  );
}
