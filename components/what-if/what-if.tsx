"use client";

import { useEffect, useId } from "react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Name } from "@/components/ui/name";
import { RadioGroup } from "@/components/ui/radio-group";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/api/api-error";
import { cn } from "@/lib/cn";
import type { AccessPreview } from "@/lib/access/schema";
import { formatCount, formatNumber, formatRange } from "@/lib/format";
import { namesOf } from "./names-of";
import type { WhatIfState, WhatIfView } from "./use-what-if";

/** Who gains and who loses access, before anything is saved. */
export function WhatIf({ whatIf: { query, view, setView } }: { whatIf: WhatIfState }) {
  const { data, error } = query;
  const isKnown = data !== undefined;
  useEffect(() => {
    // What is typed to confirm stands below, and was pushed out of sight.
    const focused = document.activeElement;
    if (isKnown && focused?.matches("[role=alertdialog] input")) {
      focused.scrollIntoView({ block: "nearest" });
    }
  }, [isKnown]);
  if (!data && error) {
    return (
      <ErrorState
        title="Could not check who gains or loses access"
        message={error.message}
        requestId={error instanceof ApiError ? error.requestId : null}
        isRetrying={query.isFetching}
        onRetry={() => void query.refetch()}
      />
    );
  }
  if (!data) return <WhatIfSkeleton />;
  return (
    <section
      aria-label="Who gains or loses access"
      className="grid gap-3 rounded-lg border border-line p-3 text-ink"
    >
      <p role="status" className="font-medium">
        {summaryOf(data)}
      </p>
      {data.client_configs > 0 && (
        <p>{formatCount(data.client_configs, "client config")} will be deleted.</p>
      )}
      {data.gain + data.lose > 0 && (
        <People data={data} view={view} onView={setView} isStale={query.isPlaceholderData} />
      )}
    </section>
  );
}

function summaryOf({ gain, lose }: Pick<AccessPreview, "gain" | "lose">): string {
  if (gain + lose === 0) return "Nobody gains or loses access.";
  const parts = [
    ...(lose > 0 ? [`${formatCount(lose, "person loses", "people lose")} access`] : []),
    ...(gain > 0 ? [`${formatCount(gain, "person gains", "people gain")} access`] : []),
  ];
  return `${parts.join(", ")}.`;
}

const FEW = 5;

function People({
  data,
  view,
  onView,
  isStale,
}: {
  data: AccessPreview;
  view: WhatIfView;
  onView: (view: WhatIfView) => void;
  isStale: boolean;
}) {
  const id = useId();
  const isLong = data.gain + data.lose > FEW;
  return (
    <>
      {isLong && (
        <div className="flex flex-wrap items-center gap-2">
          {data.gain > 0 && data.lose > 0 && (
            <RadioGroup
              label="Which people"
              isLabelHidden
              look="segments"
              options={[
                { value: "all", label: "All" },
                { value: "lose", label: `Lose ${formatNumber(data.lose)}` },
                { value: "gain", label: `Gain ${formatNumber(data.gain)}` },
              ]}
              value={view.side ?? "all"}
              onChange={(side) => {
                onView({ ...view, side: side === "all" ? undefined : side, page: 1 });
              }}
            />
          )}
          <label htmlFor={id} className="sr-only">
            Search these people
          </label>
          <Input
            id={id}
            type="search"
            placeholder="Search name or username"
            value={view.q}
            className="min-w-40 grow basis-40"
            onChange={(event) => {
              onView({ ...view, q: event.target.value, page: 1 });
            }}
          />
        </div>
      )}
      {data.data.length === 0 ? (
        <p className="text-ink-3">Nobody here matches.</p>
      ) : (
        <ul className={cn("divide-y divide-line border-y border-line", isStale && "opacity-60")}>
          {data.data.map((person) => (
            <Person key={person.username} person={person} />
          ))}
        </ul>
      )}
      {(data.total_pages > 1 || data.page > 1) && (
        <div className="flex items-center justify-end gap-2 text-sm text-ink-3">
          <span className="me-auto">
            {formatRange({
              page: data.page,
              perPage: data.per_page,
              shown: data.data.length,
              total: data.total,
            })}
          </span>
          <IconButton
            label="Previous people"
            icon={<ChevronLeft />}
            size="sm"
            disabledReason={data.page > 1 ? null : "This is the first page."}
            onClick={() => {
              onView({ ...view, page: data.page - 1 });
            }}
          />
          <IconButton
            label="Next people"
            icon={<ChevronRight />}
            size="sm"
            disabledReason={data.page < data.total_pages ? null : "This is the last page."}
            onClick={() => {
              onView({ ...view, page: data.page + 1 });
            }}
          />
        </div>
      )}
    </>
  );
}

function Person({ person }: { person: AccessPreview["data"][number] }) {
  const { username, display_name: name, gains, loses } = person;
  return (
    <li className="grid gap-0.5 py-2 [overflow-wrap:anywhere]">
      <span className="font-medium">
        <Name>{name || username}</Name>
        {name !== "" && (
          <span className="font-normal text-ink-3">
            {" "}
            <Name>{username}</Name>
          </span>
        )}
      </span>
      {namesOf(loses) !== "" && (
        <span className="text-sm">
          <span className="font-medium text-bad">Loses</span> {namesOf(loses)}
        </span>
      )}
      {namesOf(gains) !== "" && (
        <span className="text-sm">
          <span className="font-medium text-good">Gains</span> {namesOf(gains)}
        </span>
      )}
    </li>
  );
}

function WhatIfSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-2 rounded-lg border border-line p-3">
      <span className="sr-only" role="status">
        Checking who gains or loses access…
      </span>
      <Skeleton className="w-56" />
      <Skeleton className="w-72 max-w-full" />
      <Skeleton className="w-64 max-w-full" />
    </div>
  );
}
