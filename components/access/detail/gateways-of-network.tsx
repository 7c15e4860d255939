"use client";

import { useId, useState } from "react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Unlink } from "lucide-react";
import type { AccessGateway } from "@/components/access/picture-things";
import { accessGatewaysQuery } from "@/components/access/queries";
import { useSearchText } from "@/components/command-menu/use-search-text";
import { reasonWords } from "@/components/reason/reason-words";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/api/api-error";
import type { AccessGatewayPage } from "@/lib/access/schema";
import { formatRange, isolated } from "@/lib/format";

/** So few are found without a search. */
const FEW = 10;

export interface Detaching {
  refusalOf: (gateway: AccessGateway) => string | null;
  onAsk: (gateway: AccessGateway) => void;
}

/** The gateways that somebody has in one network, each with all reasons. */
export function GatewaysOfNetwork({
  username,
  network,
  count,
  detaching,
}: {
  username: string;
  network: string;
  count: number;
  detaching: Detaching;
}) {
  const id = useId();
  const [{ q, page }, setView] = useState({ q: "", page: 1 });
  const { searchText } = useSearchText(q);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...accessGatewaysQuery(username, { network, page, q: searchText }),
    placeholderData: keepPreviousData,
  });

  if (!data && error) {
    return (
      <ErrorState
        title="The gateways could not be loaded"
        message={error.message}
        requestId={error instanceof ApiError ? error.requestId : null}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div className="grid gap-2 border-s-2 border-line ps-3">
      {count > FEW && (
        <>
          <label htmlFor={id} className="sr-only">
            Search the gateways of {isolated(network)}
          </label>
          <Input
            id={id}
            type="search"
            placeholder="Search gateways"
            value={q}
            className="max-w-80"
            onChange={(event) => {
              setView({ q: event.target.value, page: 1 });
            }}
          />
        </>
      )}
      {!data && <Skeleton className="w-56" />}
      {data?.data.length === 0 && <p className="text-ink-3">No gateway matches.</p>}
      <ul
        aria-label={`Gateways of ${isolated(network)}`}
        aria-busy={isPlaceholderData || !data}
        className="grid gap-2"
      >
        {data?.data.map((gateway) => (
          <Row key={gateway.id} gateway={gateway} detaching={detaching} />
        ))}
      </ul>
      {data && data.total_pages > 1 && (
        <Pager
          page={data}
          onPage={(next) => {
            setView({ q, page: next });
          }}
        />
      )}
    </div>
  );
}

function Row({ gateway, detaching }: { gateway: AccessGateway; detaching: Detaching }) {
  const isAttached = gateway.reasons.some(({ kind }) => kind === "attachment");
  return (
    <li className="flex items-start gap-3">
      <div className="grid min-w-0 grow gap-0.5 [overflow-wrap:anywhere]">
        <Name className="font-medium">{gateway.gw_name}</Name>
        <ul className="grid gap-0.5 text-ink-2">
          {gateway.reasons.map((reason) => (
            <li key={`${reason.kind} ${reason.group_id} ${reason.role_id} ${reason.network_id}`}>
              {reasonWords(reason)}
            </li>
          ))}
        </ul>
      </div>
      {isAttached && (
        <IconButton
          label={`Detach from ${isolated(gateway.gw_name)}`}
          icon={<Unlink />}
          size="sm"
          disabledReason={detaching.refusalOf(gateway)}
          onClick={() => {
            detaching.onAsk(gateway);
          }}
        />
      )}
    </li>
  );
}

function Pager({ page, onPage }: { page: AccessGatewayPage; onPage: (page: number) => void }) {
  return (
    <div className="flex items-center justify-end gap-2 text-sm text-ink-3">
      <span className="me-auto">
        {formatRange({
          page: page.page,
          perPage: page.per_page,
          shown: page.data.length,
          total: page.total,
        })}
      </span>
      <IconButton
        label="Previous gateways"
        icon={<ChevronLeft />}
        size="sm"
        disabledReason={page.page > 1 ? null : "This is the first page."}
        onClick={() => {
          onPage(page.page - 1);
        }}
      />
      <IconButton
        label="Next gateways"
        icon={<ChevronRight />}
        size="sm"
        disabledReason={page.page < page.total_pages ? null : "This is the last page."}
        onClick={() => {
          onPage(page.page + 1);
        }}
      />
    </div>
  );
}
