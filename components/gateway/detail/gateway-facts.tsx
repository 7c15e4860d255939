"use client";

import type { ReactNode } from "react";
import { CardSection } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { FactList, type Fact } from "@/components/user/fact-list";
import { nameserverWords, statusWords } from "@/components/gateway/gateway-words";
import type { Gateway } from "@/lib/gateway/schema";

/** What is known about a gateway, for those who cannot change it. */
export function GatewayFacts({ gateway, reason }: { gateway: Gateway; reason: string }) {
  return (
    <CardSection title="Settings" description={reason}>
      <FactList facts={factsOf(gateway)} />
    </CardSection>
  );
}

function factsOf(gateway: Gateway): Fact[] {
  return [
    { term: "Status", value: statusWords[gateway.status] },
    { term: "Public key", value: <Key value={gateway.gw_peer_public_key} /> },
    { term: "Endpoints", value: <Lines lines={gateway.allowed_endpoints} /> },
    { term: "Listen port", value: `${String(gateway.gw_listen_port)} (UDP)` },
    { term: "Addresses", value: <Lines lines={gateway.addresses} /> },
    { term: "Way to the internet", value: yesOrNo(gateway.is_internet_gateway) },
    { term: "DNS address", value: <Lines lines={filled(gateway.dns_address)} /> },
    { term: "Manages DNS", value: yesOrNo(gateway.manage_dns) },
    { term: "Match domains", value: <Lines lines={gateway.match_domains} /> },
    { term: "Search domains", value: <Lines lines={gateway.search_domains} /> },
    { term: "Name servers", value: <Lines lines={gateway.nameservers.map(nameserverWords)} /> },
    { term: "Notes", value: <Notes text={gateway.metadata} /> },
  ];
}

const none: ReactNode = <span className="text-ink-3">None</span>;

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return none;
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}

function Key({ value }: { value: string }) {
  if (value === "") return none;
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <code className="font-mono text-sm break-all">{value}</code>
      <CopyButton value={value} label="Copy public key" />
    </span>
  );
}

function Notes({ text }: { text: string }) {
  return text === "" ? none : <bdi className="whitespace-pre-line">{text}</bdi>;
}

function filled(text: string): string[] {
  return text === "" ? [] : [text];
}

function yesOrNo(isYes: boolean): string {
  return isYes ? "Yes" : "No";
}
