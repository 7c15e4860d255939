"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { lazyComponent } from "@/components/ui/lazy-component";
import { ApiError } from "@/lib/api/api-error";
import type { Owner } from "@/lib/token/policy";
import { tokensOfQuery } from "./queries";
import { TokensOfUserSkeleton } from "./tokens-of-user-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const TokensOfUserList = lazyComponent(
  async () => (await import("./tokens-of-user-list")).TokensOfUserList,
  {
    fallback: <TokensOfUserSkeleton />,
  },
);

/** The API tokens of one user, for whoever may see them. */
export function TokensOfUser({ owner }: { owner: Owner }) {
  const query = useQuery(tokensOfQuery(owner.username));
  if (query.data) {
    return <TokensOfUserList owner={owner} tokens={query.data} loadedAt={query.dataUpdatedAt} />;
  }
  if (!query.error) return <TokensOfUserSkeleton />;
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
