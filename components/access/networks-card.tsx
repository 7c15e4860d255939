"use client";

import Link from "next/link";
import { Plus } from "lucide-react";
import { useActor } from "@/components/base/actor-provider";
import { allowedWords, reasonWords } from "@/components/reason/reason-words";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { LinkLabel } from "@/components/ui/link-label";
import { Name } from "@/components/ui/name";
import type { Access } from "@/lib/access/schema";
import { formatCount } from "@/lib/format";
import { paths } from "@/lib/paths";
import { seesNetwork } from "@/lib/permissions";
import type { Target } from "@/lib/user/policy";
import { networkJoiningRefusal } from "./refusals";

/** The networks that somebody reaches, each with all reasons. */
export function NetworksCard({
  access: { networks },
  target,
  onJoin,
}: {
  access: Access;
  target: Target;
  onJoin: () => void;
}) {
  const actor = useActor();
  return (
    <CardSection
      title="Networks"
      description={
        networks.length > 0 ? `Reaches ${formatCount(networks.length, "network")}.` : null
      }
      actions={
        <Button
          icon={<Plus />}
          disabledReason={networkJoiningRefusal(actor, target)}
          onClick={onJoin}
        >
          Add to network
        </Button>
      }
    >
      {networks.length === 0 ? (
        <p className="text-ink-3">Reaches no network.</p>
      ) : (
        <ul className="-my-2 divide-y divide-line">
          {networks.map(({ netid, reasons }) => (
            <li key={netid} className="grid gap-0.5 py-3">
              <NetworkLink netid={netid} isLinked={seesNetwork(actor, netid)} />
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
            </li>
          ))}
        </ul>
      )}
    </CardSection>
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
