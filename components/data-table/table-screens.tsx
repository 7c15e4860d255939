"use client";

import { SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { formatNumber } from "@/lib/format";
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
      Try another search or clear the filters.
    </EmptyState>
  );
}

interface Place {
  page: number;
  perPage: number;
  total: number;
}

export function PastTheEnd({ onFirstPage, ...place }: Place & { onFirstPage: () => void }) {
  const { title, rest } = pastTheEnd(place);
  return (
    <EmptyState title={title} actions={<Button onClick={onFirstPage}>Go to the first page</Button>}>
      {rest}
    </EmptyState>
  );
}

export function pastTheEnd({ page, perPage, total }: Place): { title: string; rest: string } {
  return {
    title: `There is no page ${formatNumber(page)}.`,
    rest: `The list has ${formatNumber(Math.ceil(total / perPage))}.`,
  };
}

function requestIdOf(error: Error): string | null {
  return "requestId" in error && typeof error.requestId === "string" ? error.requestId : null;
}
