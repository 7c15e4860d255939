"use client";

import { useState } from "react";
import Link from "next/link";
import { ChevronDown, ChevronRight, Link2, Plus } from "lucide-react";
import { gatewayCount, type AccessNetwork } from "@/components/access/picture-things";
import { byRoleWords } from "@/components/access/picture-words";
import { attachingRefusal, networkJoiningRefusal } from "@/components/access/refusals";
import { useActor } from "@/components/base/actor-provider";
import { allowedWords, reasonWords } from "@/components/reason/reason-words";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { LinkLabel } from "@/components/ui/link-label";
import { Name } from "@/components/ui/name";
import type { Access } from "@/lib/access/schema";
import { formatCount, isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import { isAdministrator, seesNetwork } from "@/lib/permissions";
import type { Target } from "@/lib/user/policy";
import { GatewaysOfNetwork, type Detaching } from "./gateways-of-network";

/** So many are shown until the rest is asked for. */
const SOME = 20;

/** The networks that somebody reaches, each with all reasons and the gateways there. */
export function NetworksCard({
  access,
  target,
  onJoin,
  onAttach,
  detaching,
}: {
  access: Access;
  target: Target;
  onJoin: () => void;
  onAttach: () => void;
  detaching: Detaching;
}) {
  const actor = useActor();
  const { networks } = access;
  const isAdmin = isAdministrator(target.platform_role_id);
  return (
    <CardSection
      title="Networks"
      description={networks.length > 0 ? countWords(networks) : null}
      actions={
        <>
          <Button
            icon={<Link2 />}
            disabledReason={attachingRefusal(actor, target)}
            onClick={onAttach}
          >
            Attach to gateway
          </Button>
          <Button
            icon={<Plus />}
            disabledReason={networkJoiningRefusal(actor, target)}
            onClick={onJoin}
          >
            Add to network
          </Button>
        </>
      }
    >
      {isAdmin && <p className="text-ink-2">{byRoleWords(access)}</p>}
      {networks.length === 0 && <p className="text-ink-3">Reaches no network.</p>}
      {networks.length > 0 && !isAdmin && <Rows access={access} detaching={detaching} />}
    </CardSection>
  );
}

function countWords(networks: readonly AccessNetwork[]): string {
  const gateways = gatewayCount(networks);
  const reached = `Reaches ${formatCount(networks.length, "network")}`;
  return gateways > 0 ? `${reached}, has ${formatCount(gateways, "gateway")}.` : `${reached}.`;
}

function Rows({
  access: { username, networks },
  detaching,
}: {
  access: Access;
  detaching: Detaching;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? networks : networks.slice(0, SOME);
  return (
    <>
      <ul className="-my-2 divide-y divide-line">
        {shown.map((network) => (
          <Row key={network.netid} username={username} network={network} detaching={detaching} />
        ))}
      </ul>
      {shown.length < networks.length && (
        <Button
          className="mt-4"
          onClick={() => {
            setIsWhole(true);
          }}
        >
          Show all {formatCount(networks.length, "network")}
        </Button>
      )}
    </>
  );
}

function Row({
  username,
  network: { netid, gateways, reasons },
  detaching,
}: {
  username: string;
  network: AccessNetwork;
  detaching: Detaching;
}) {
  const actor = useActor();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className="grid gap-0.5 py-3">
      <div className="flex flex-wrap items-center gap-x-3">
        <NetworkLink netid={netid} isLinked={seesNetwork(actor, netid)} />
        {gateways > 0 && (
          <Button
            variant="ghost"
            size="sm"
            aria-expanded={isOpen}
            icon={isOpen ? <ChevronDown /> : <ChevronRight />}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {formatCount(gateways, "gateway")}
            <span className="sr-only"> of {isolated(netid)}</span>
          </Button>
        )}
      </div>
      <p>{allowedWords(reasons)}</p>
      <ul className="grid gap-0.5 text-ink-2">
        {reasons.map((reason) => (
          <li
            key={`${reason.kind} ${reason.group_id} ${reason.role_id} ${reason.network_id}`}
            className="[overflow-wrap:anywhere]"
          >
            {reasonWords(reason)}
          </li>
        ))}
      </ul>
      {isOpen && gateways > 0 && (
        <div className="pt-2">
          <GatewaysOfNetwork
            username={username}
            network={netid}
            count={gateways}
            detaching={detaching}
          />
        </div>
      )}
    </li>
  );
}

function NetworkLink({ netid, isLinked }: { netid: string; isLinked: boolean }) {
  const name = (
    <LinkLabel>
      <Name>{netid}</Name>
    </LinkLabel>
  );
  if (!isLinked) return <span className="font-medium">{name}</span>;
  return (
    <Link
      href={paths.network(netid)}
      prefetch={false}
      className="justify-self-start rounded-sm font-medium [overflow-wrap:anywhere] hover:underline"
    >
      {name}
    </Link>
  );
}
