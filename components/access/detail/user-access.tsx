"use client";

import { useQuery } from "@tanstack/react-query";
import { accessQuery } from "@/components/access/queries";
import { ErrorState } from "@/components/ui/error-state";
import { lazyComponent } from "@/components/ui/lazy-component";
import { ApiError } from "@/lib/api/api-error";
import { AccessSkeleton } from "./access-skeleton";

// Its HTML is there from the start; it comes to life when its script does, after the frame of the page.
const AccessCards = lazyComponent(async () => (await import("./access-cards")).AccessCards, {
  fallback: <AccessSkeleton />,
});

/** What a user reaches, and why. */
export function UserAccess({ username }: { username: string }) {
  const { data, error, isFetching, refetch } = useQuery(accessQuery(username));
  if (data) return <AccessCards access={data} />;
  if (!error) return <AccessSkeleton />;
  return (
    <ErrorState
      title="The access could not be loaded"
      message={error.message}
      requestId={error instanceof ApiError ? error.requestId : null}
      isRetrying={isFetching}
      onRetry={() => void refetch()}
    />
  );
}
