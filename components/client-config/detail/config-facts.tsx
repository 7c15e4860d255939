"use client";

import { FactList } from "@/components/user/fact-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Name } from "@/components/ui/name";
import { Addresses } from "@/components/client-config/config-parts";
import { modifiedAt } from "@/components/client-config/config-words";
import { OwnerLink } from "@/components/client-config/owner-link";
import { GatewayLink, NetworkLink } from "@/components/client-config/place-links";
import type { ClientConfig } from "@/lib/client-config/schema";

/** All that a client config says. */
export function ConfigFacts({ config }: { config: ClientConfig }) {
  return (
    <FactList
      facts={[
        { term: "Owner", value: <OwnerLink username={config.ownerid} /> },
        { term: "Network", value: <NetworkLink netid={config.network} /> },
        { term: "Gateway", value: <GatewayLink config={config} /> },
        { term: "Gateway’s endpoint", value: <Exact text={config.ingressgatewayendpoint} /> },
        { term: "Addresses", value: <Addresses config={config} /> },
        { term: "Public key", value: <Exact text={config.publickey} /> },
        { term: "DNS", value: <Exact text={config.dns} /> },
        { term: "Device name", value: <Text text={config.device_name} /> },
        { term: "Operating system", value: <Text text={config.os} /> },
        { term: "Device id", value: <Exact text={config.device_id} /> },
        { term: "Client", value: <Exact text={config.remote_access_client_id} /> },
        { term: "Last changed", value: <RelativeTime value={modifiedAt(config)} /> },
      ]}
    />
  );
}

function Exact({ text }: { text: string }) {
  if (text === "") return <Nothing />;
  return <span className="font-mono text-sm break-all">{text}</span>;
}

function Text({ text }: { text: string }) {
  return text === "" ? <Nothing /> : <Name>{text}</Name>;
}

function Nothing() {
  return <span className="text-ink-3">None</span>;
}
