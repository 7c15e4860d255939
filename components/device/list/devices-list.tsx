"use client";

import { useState } from "react";
import { hashKey, useQuery, type QueryKey } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { PlainList } from "@/components/data-table/plain-list";
import { useUrlList } from "@/components/data-table/use-list-state";
import { withListUrl } from "@/components/data-table/with-list-url";
import { nameOfDevice } from "@/components/device/device-words";
import { devicesList } from "@/components/device/list-params";
import { useSwitchDevice } from "@/components/device/mutations";
import { devicesQuery } from "@/components/device/queries";
import { EmptyState } from "@/components/ui/empty-state";
import { lazyDialog } from "@/components/ui/lazy-component";
import type { ClientConfig } from "@/lib/client-config/schema";
import { DeviceRow } from "./device-row";
import { DevicesSkeleton } from "./devices-skeleton";
import { useGatewayNames } from "./use-gateway-names";

const DeviceDeleteDialog = lazyDialog(
  async () => (await import("@/components/device/device-delete-dialog")).DeviceDeleteDialog,
);

/** The lazy part of `MyDevices`. */
export const DevicesList = withListUrl(List);

function List({ hasGateway }: { hasGateway: boolean }) {
  const { username } = useActor();
  const list = useUrlList(devicesList);
  const options = devicesQuery(username, list.query);
  const query = useQuery(options);
  return (
    <PlainList
      noun="devices"
      view={list.view}
      query={query}
      loading={<DevicesSkeleton />}
      empty={<NoDevices hasGateway={hasGateway} />}
    >
      {(configs) => (
        <Rows key={hashKey(options.queryKey)} pageKey={options.queryKey} configs={configs} />
      )}
    </PlainList>
  );
}

function Rows({ pageKey, configs }: { pageKey: QueryKey; configs: readonly ClientConfig[] }) {
  const names = useGatewayNames(configs);
  const switchDevice = useSwitchDevice(pageKey);
  const [deleting, setDeleting] = useState<ClientConfig | null>(null);
  return (
    <>
      <ul aria-label="My devices" className="-my-2 divide-y divide-line">
        {configs.toSorted(byNetworkAndName).map((config) => (
          <DeviceRow
            key={config.clientid}
            config={config}
            gatewayName={names.get(config.ingressgatewayid)}
            onSwitch={(enabled) => {
              switchDevice({ id: config.clientid, enabled });
            }}
            onDelete={() => {
              setDeleting(config);
            }}
          />
        ))}
      </ul>
      {deleting && (
        <DeviceDeleteDialog
          config={deleting}
          onClose={() => {
            setDeleting(null);
          }}
        />
      )}
    </>
  );
}

/** The server orders the pages by network alone. */
function byNetworkAndName(a: ClientConfig, b: ClientConfig): number {
  if (a.network !== b.network) return a.network < b.network ? -1 : 1;
  return nameOfDevice(a).localeCompare(nameOfDevice(b));
}

function NoDevices({ hasGateway }: { hasGateway: boolean }) {
  return (
    <EmptyState icon={<MonitorSmartphone />} title="No devices yet">
      {hasGateway
        ? "Add your phone or laptop, and connect it with the WireGuard app."
        : "As soon as you have a gateway, you can add your phone or laptop here."}
    </EmptyState>
  );
}
