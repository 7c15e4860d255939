"use client";

import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/api/api-error";

/** In place of a thing that is not there yet, or could not be fetched. */
export function DetailMissing({
  title,
  error,
  isRetrying,
  onRetry,
}: {
  title: string;
  error: Error | null;
  isRetrying: boolean;
  onRetry: () => void;
}) {
  if (!error) {
    return (
      <div aria-busy="true" className="grid gap-3">
        <Skeleton className="h-12 w-72 max-w-full" />
        <Skeleton className="w-96 max-w-full" />
      </div>
    );
  }
  return (
    <Card>
      <ErrorState
        title={title}
        message={error.message}
        requestId={error instanceof ApiError ? error.requestId : null}
        isRetrying={isRetrying}
        onRetry={onRetry}
      />
    </Card>
  );
}
