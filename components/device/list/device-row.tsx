"use client";

import type { ReactNode } from "react";
import { Laptop, MonitorSmartphone, Smartphone, Trash2 } from "lucide-react";
import {
  addressesOf,
  kindOf,
  nameOfDevice,
  type DeviceKind,
} from "@/components/device/device-words";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { Name } from "@/components/ui/name";
import { RelativeTime } from "@/components/ui/relative-time";
import { Switch } from "@/components/ui/switch";
import type { ClientConfig } from "@/lib/client-config/schema";
import { isolated } from "@/lib/format";

const icons: Record<DeviceKind, ReactNode> = {
  phone: <Smartphone />,
  laptop: <Laptop />,
  other: <MonitorSmartphone />,
};

/** One client config: what it is, where it goes, whether it works; and ways to switch and delete it. */
export function DeviceRow({
  config,
  gatewayName,
  onSwitch,
  onDelete,
}: {
  config: ClientConfig;
  /** Undefined as long as it is not known. */
  gatewayName: string | undefined;
  onSwitch: (isEnabled: boolean) => void;
  onDelete: () => void;
}) {
  const { network, enabled, publickey: key, lastmodified: changed } = config;
  const name = nameOfDevice(config);
  const addresses = addressesOf(config);
  return (
    <li className="flex flex-wrap items-start gap-3 py-3">
      <div className="flex min-w-0 grow basis-40 gap-3">
        <span aria-hidden="true" className="mt-0.5 text-ink-3 [&_svg]:size-5">
          {icons[kindOf(config)]}
        </span>
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <Name>{name}</Name>
            </span>
            {!enabled && <Badge>Off</Badge>}
            {key === "" && <Badge tone="warn">Not set up</Badge>}
          </p>
          <p className="text-sm [overflow-wrap:anywhere] text-ink-3">
            {gatewayName !== undefined && (
              <>
                <Name>{gatewayName}</Name> on{" "}
              </>
            )}
            <Name>{network}</Name>
          </p>
          <p className="text-sm [overflow-wrap:anywhere] text-ink-3">
            {addresses.map((address) => (
              <span key={address}>{address} · </span>
            ))}
            {addresses.length > 0 ? "changed" : "Changed"}{" "}
            <RelativeTime value={new Date(changed * 1000).toISOString()} />
          </p>
        </div>
      </div>
      <div className="ms-auto flex shrink-0 items-center gap-3">
        <Switch
          aria-label={`${isolated(name)} may connect`}
          checked={enabled}
          onChange={(event) => {
            onSwitch(event.target.checked);
          }}
        />
        <IconButton
          label={`Delete ${isolated(name)}`}
          icon={<Trash2 />}
          hasTooltip={false}
          onClick={onDelete}
        />
      </div>
    </li>
  );
}
