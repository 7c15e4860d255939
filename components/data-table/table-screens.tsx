"use client";

import { SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import type { ListQuery } from "./list-query";

export function TableError({ error, query }: { error: Error; query: ListQuery }) {
  return (
    <ErrorState
      message={error.message}
      requestId={requestIdOf(error)}
      isRetrying={query.isFetching}
      onRetry={() => void query.refetch()}
    />
  );
}

/** Rows are shown, but they are old: the last try to renew them failed. */
export function RefreshFailed({ error, query }: { error: Error; query: ListQuery }) {
  return (
    <Callout tone="warn" role="alert" className="mb-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>This list could not be refreshed. {error.message}</p>
        <Button size="sm" isPending={query.isFetching} onClick={() => void query.refetch()}>
          Try again
        </Button>
      </div>
    </Callout>
  );
}

export function NoMatch({ noun, onClear }: { noun: string; onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={`No ${noun} match`}
      actions={<Button onClick={onClear}>Clear search and filters</Button>}
    >
      Nothing fits what you search for together with the filters that are set.
    </EmptyState>
  );
}

export function PastTheEnd({ onFirstPage }: { onFirstPage: () => void }) {
  return (
    <EmptyState
      title="The list is shorter by now"
      actions={<Button onClick={onFirstPage}>Go to the first page</Button>}
    >
      This page is past its end.
    </EmptyState>
  );
}

function requestIdOf(error: Error): string | null {
  return "requestId" in error && typeof error.requestId === "string" ? error.requestId : null;
}
