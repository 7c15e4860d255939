"use client";

import { useQuery } from "@tanstack/react-query";
import { Network } from "lucide-react";
import { accessQuery } from "@/components/access/queries";
import { useActor } from "@/components/base/actor-provider";
import { PlainList } from "@/components/data-table/plain-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { GatewayStatus } from "@/components/gateway/gateway-status";
import { ownGatewaysList } from "@/components/device/list-params";
import {
  gatewayStatesQuery,
  ownGatewaysQuery,
  type GatewayState,
  type OwnGateway,
} from "@/components/device/queries";
import { EmptyState } from "@/components/ui/empty-state";
import { Name } from "@/components/ui/name";
import { formatNumber } from "@/lib/format";
import { ReachSkeleton } from "./reach-skeleton";
import { whyWords } from "./reach-words";

const SHOWN_WITHOUT = 10;

/** The lazy part of `MyReach`. */
export const ReachList = withListUrl(List);

function List() {
  const actor = useActor();
  const list = useUrlList(ownGatewaysList);
  const { page, per_page, q } = list.query;
  const query = useQuery(
    ownGatewaysQuery(actor.username, { page, per_page, ...(q !== undefined && { q }) }),
  );
  const { data: access } = useQuery(accessQuery(actor.username));
  const ids = query.data?.data.map(({ id }) => id) ?? [];
  const { data: states } = useQuery({
    ...gatewayStatesQuery(actor, ids),
    enabled: ids.length > 0,
  });
  const without = access?.networks.filter(({ gateways }) => gateways === 0) ?? [];
  return (
    <>
      <PlainList
        noun="gateways"
        view={list.view}
        query={query}
        loading={<ReachSkeleton />}
        empty={without.length === 0 ? <ReachesNothing username={actor.username} /> : null}
      >
        {(gateways) => (
          <ul aria-label="Networks" className="grid gap-4">
            {byNetwork(gateways).map(([network, ofIt]) => (
              <li key={network}>
                <h3 className="font-semibold">
                  <Name>{network}</Name>
                </h3>
                <ul className="divide-y divide-line">
                  {ofIt.map((gateway) => (
                    <GatewayRow key={gateway.id} gateway={gateway} state={states?.[gateway.id]} />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </PlainList>
      {without.length > 0 && <WithoutGateway networks={without.map(({ netid }) => netid)} />}
    </>
  );
}

/** The server has them in the order of their networks. */
function byNetwork(gateways: readonly OwnGateway[]): [string, OwnGateway[]][] {
  const groups = new Map<string, OwnGateway[]>();
  for (const gateway of gateways) {
    groups.set(gateway.network, [...(groups.get(gateway.network) ?? []), gateway]);
  }
  return [...groups];
}

function GatewayRow({
  gateway: { gw_name: name, reasons },
  state,
}: {
  gateway: OwnGateway;
  state: GatewayState | undefined;
}) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 py-2">
      <div className="min-w-0">
        <p className="[overflow-wrap:anywhere]">
          <Name>{name}</Name>
        </p>
        <p className="text-sm [overflow-wrap:anywhere] text-ink-3">{whyWords(reasons)}</p>
      </div>
      {state && <GatewayStatus status={state.status} />}
    </li>
  );
}

function WithoutGateway({ networks }: { networks: readonly string[] }) {
  const shown = networks.slice(0, SHOWN_WITHOUT);
  const rest = networks.length - shown.length;
  return (
    <div className="not-first:mt-4">
      <p className="text-ink-3">
        You have no gateway on these networks yet. Ask an administrator for one.
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {shown.map((netid) => (
          <li key={netid} className="[overflow-wrap:anywhere]">
            <Name>{netid}</Name>
          </li>
        ))}
        {rest > 0 && <li className="text-ink-3">and {formatNumber(rest)} more</li>}
      </ul>
    </div>
  );
}

function ReachesNothing({ username }: { username: string }) {
  return (
    <EmptyState icon={<Network />} title="You cannot reach any network yet">
      Ask an administrator to add you to one. Here you are called{" "}
      <Name className="font-medium text-ink">{username}</Name>.
    </EmptyState>
  );
}
