"use client";

import { createContext, use } from "react";
import { useActor } from "@/components/base/actor-provider";
import { CellLink } from "@/components/ui/cell-link";
import { Name } from "@/components/ui/name";
import { paths } from "@/lib/paths";
import type { ClientConfig } from "@/lib/client-config/schema";
import { seesNetwork } from "@/lib/permissions";

/** What the gateways of a list are called; null until that is known, and of those that one does not see. */
export const GatewayNamesContext = createContext<(id: string) => string | null>(() => null);

type Placed = Pick<ClientConfig, "network" | "ingressgatewayid">;

/** The gateway of a client config by name, leading to its page where the actor may see it. */
export function GatewayLink({ config: { network, ingressgatewayid: id } }: { config: Placed }) {
  const name = use(GatewayNamesContext)(id);
  const isOpen = seesNetwork(useActor(), network);
  if (name === null) return <span className="text-ink-3">A gateway</span>;
  return <PlaceLink href={isOpen ? paths.gateway(id) : null} label={name} />;
}

export function NetworkLink({ netid }: { netid: string }) {
  const isOpen = seesNetwork(useActor(), netid);
  return <PlaceLink href={isOpen ? paths.network(netid) : null} label={netid} />;
}

function PlaceLink({ href, label }: { href: string | null; label: string }) {
  if (href === null) {
    return (
      <span className="[overflow-wrap:anywhere]">
        <Name>{label}</Name>
      </span>
    );
  }
  return <CellLink href={href}>{label}</CellLink>;
}
