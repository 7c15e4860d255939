"use client";

import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { WhatIfState } from "@/components/what-if/use-what-if";
import { ApiError } from "@/lib/api/api-error";
import { formatCount, formatList, formatNumber, isolated } from "@/lib/format";

const MOST = 20;

/** What one person would lose, before it is done. */
export function GroupLoss({ whatIf: { query } }: { whatIf: WhatIfState }) {
  const { data, error } = query;
  if (!data && error) {
    return (
      <ErrorState
        title="Could not check what would be lost"
        message={error.message}
        requestId={error instanceof ApiError ? error.requestId : null}
        isRetrying={query.isFetching}
        onRetry={() => void query.refetch()}
      />
    );
  }
  if (!data) {
    return (
      <div aria-busy="true" className="grid gap-2 rounded-lg border border-line p-3">
        <span className="sr-only" role="status">
          Checking what would be lost…
        </span>
        <Skeleton className="w-56" />
        <Skeleton className="w-72 max-w-full" />
      </div>
    );
  }
  const { networks = [], gateways = [] } = data.data[0]?.loses ?? {};
  return (
    <section
      aria-label="What would be lost"
      className="grid gap-2 rounded-lg border border-line p-3 text-ink"
    >
      <p role="status" className="font-medium">
        {summaryOf(networks.length, gateways.length)}
      </p>
      <Names label="Networks" names={networks} />
      <Names label="Gateways" names={gateways.map(({ gw_name: name }) => name)} />
      {data.client_configs > 0 && (
        <p>{formatCount(data.client_configs, "client config")} of theirs will be deleted.</p>
      )}
    </section>
  );
}

function summaryOf(networks: number, gateways: number): string {
  if (networks + gateways === 0) return "They lose nothing: the same is reached in other ways.";
  const parts = [
    ...(networks > 0 ? [formatCount(networks, "network")] : []),
    ...(gateways > 0 ? [formatCount(gateways, "gateway")] : []),
  ];
  return `They lose ${formatList(parts)}.`;
}

function Names({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  const rest = names.length - MOST;
  const shown = names.slice(0, MOST).map(isolated);
  return (
    <p className="[overflow-wrap:anywhere] text-ink-2">
      {label}: {formatList(rest > 0 ? [...shown, `${formatNumber(rest)} more`] : shown)}.
    </p>
  );
}
