"use client";

import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "@/components/ui/skeleton";
import { formatTotal } from "@/lib/format";
import type { Network } from "@/lib/network/schema";
import { freeHosts, gatewayHosts } from "./counts";
import { usedQuery, type Used } from "./queries";
import type { AddressRow } from "./rows";

/** What of a network's ranges is used, and what of IPv4 is free. */
export function AddressCounts({
  network: { netid, addressrange, addressrange6 },
  gateways,
}: {
  network: Network;
  /** Undefined until they are known. */
  gateways: readonly AddressRow[] | undefined;
}) {
  return (
    <div className="@container/counts mb-5 grid gap-3">
      {addressrange !== "" && (
        <Range label="IPv4" range={addressrange}>
          <Counts4 netid={netid} range={addressrange} gateways={gateways} />
        </Range>
      )}
      {addressrange6 !== "" && (
        <Range label="IPv6" range={addressrange6}>
          <Counts6 netid={netid} />
        </Range>
      )}
    </div>
  );
}

function Range({ label, range, children }: { label: string; range: string; children: ReactNode }) {
  return (
    <section
      aria-label={`${label} addresses`}
      className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 rounded-xl border border-line bg-surface px-4 py-3"
    >
      <h2 className="font-medium">
        {label} <span className="font-mono text-sm font-normal text-ink-3">{range}</span>
      </h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">{children}</dl>
    </section>
  );
}

function Counts4({
  netid,
  range,
  gateways,
}: {
  netid: string;
  range: string;
  gateways: readonly AddressRow[] | undefined;
}) {
  const { data: used, error } = useQuery(usedQuery(netid, "address"));
  const own = gateways && gatewayHosts(range, gateways);
  const free =
    used && own !== undefined
      ? {
          count: freeHosts(range, { devices: used.count, gateways: own }),
          isEstimate: used.isEstimate,
        }
      : undefined;
  return (
    <>
      <Count term="Used by devices" value={used} isFailed={error !== null} />
      <Count
        term="Used by gateways"
        value={own === undefined ? undefined : { count: own, isEstimate: false }}
        isFailed={false}
      />
      <Count term="Free" value={free} isFailed={error !== null} />
    </>
  );
}

function Counts6({ netid }: { netid: string }) {
  const { data, error } = useQuery(usedQuery(netid, "address6"));
  return <Count term="Used by devices" value={data} isFailed={error !== null} />;
}

function Count({
  term,
  value,
  isFailed,
}: {
  term: string;
  value: Used | undefined;
  isFailed: boolean;
}) {
  return (
    <div className="flex items-baseline gap-2">
      <dt className="text-ink-3">{term}</dt>
      <dd className="font-medium tabular-nums">
        {value ? (
          formatTotal(value.count, value.isEstimate)
        ) : isFailed ? (
          "could not be counted"
        ) : (
          <Skeleton className="w-10" />
        )}
      </dd>
    </div>
  );
}
