"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { lazyComponent } from "@/components/ui/lazy-component";
import { ApiError } from "@/lib/api/api-error";
import { sessionQueries } from "./queries";
import { SessionsSkeleton } from "./sessions-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const SessionsList = lazyComponent(async () => (await import("./sessions-list")).SessionsList, {
  fallback: <SessionsSkeleton />,
});

/** The live sessions of a user, with ways to end one or all. For whoever may manage them. */
export function SessionsOfUser({ username }: { username: string }) {
  const query = useQuery(sessionQueries.list(username));
  if (query.data) {
    return <SessionsList username={username} sessions={query.data} />;
  }
  if (!query.error) return <SessionsSkeleton />;
  return (
    <ErrorState
      title="The sessions could not be loaded"
      message={query.error.message}
      requestId={query.error instanceof ApiError ? query.error.requestId : null}
      isRetrying={query.isFetching}
      onRetry={() => void query.refetch()}
    />
  );
}
