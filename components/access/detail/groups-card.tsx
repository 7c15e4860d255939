"use client";

import Link from "next/link";
import { Plus, UserMinus } from "lucide-react";
import { joiningRefusal, leavingRefusal } from "@/components/access/refusals";
import { useActor } from "@/components/base/actor-provider";
import { networkName } from "@/components/lookup/networks";
import { gatewayRightWords } from "@/components/role/role-words";
import { Button } from "@/components/ui/button";
import { CardSection } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { LinkLabel } from "@/components/ui/link-label";
import { Name } from "@/components/ui/name";
import type { Access } from "@/lib/access/schema";
import { formatCount, isolated } from "@/lib/format";
import { paths } from "@/lib/paths";
import { can } from "@/lib/permissions";
import type { Target } from "@/lib/user/policy";

type AccessGroup = Access["groups"][number];

/** The groups that somebody is in, each with what it grants. */
export function GroupsCard({
  access: { groups },
  target,
  onJoin,
  onLeave,
}: {
  access: Access;
  target: Target;
  onJoin: () => void;
  onLeave: (group: AccessGroup) => void;
}) {
  const actor = useActor();
  return (
    <CardSection
      title="Groups"
      description={groups.length > 0 ? `Member of ${formatCount(groups.length, "group")}.` : null}
      actions={
        can(actor, "groups:read") && (
          <Button icon={<Plus />} disabledReason={joiningRefusal(actor, target)} onClick={onJoin}>
            Add to group
          </Button>
        )
      }
    >
      {groups.length === 0 ? (
        <p className="text-ink-3">In no group.</p>
      ) : (
        <ul className="-my-2 divide-y divide-line">
          {groups.map((group) => (
            <li key={group.id} className="flex items-start gap-3 py-3">
              <div className="grid min-w-0 grow gap-0.5">
                <GroupLink group={group} isLinked={can(actor, "groups:read")} />
                <Grants grants={group.grants} />
              </div>
              <IconButton
                label={`Remove from ${isolated(group.name)}`}
                icon={<UserMinus />}
                size="sm"
                disabledReason={leavingRefusal(actor, target, group.id)}
                onClick={() => {
                  onLeave(group);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </CardSection>
  );
}

function GroupLink({ group, isLinked }: { group: AccessGroup; isLinked: boolean }) {
  const name = (
    <LinkLabel>
      <Name>{group.name}</Name>
    </LinkLabel>
  );
  if (!isLinked) return <span className="font-medium">{name}</span>;
  return (
    <Link
      href={paths.group(group.id)}
      prefetch={false}
      className="justify-self-start rounded-sm font-medium [overflow-wrap:anywhere] hover:underline"
    >
      {name}
    </Link>
  );
}

function Grants({ grants }: { grants: AccessGroup["grants"] }) {
  if (grants.length === 0) return <p className="text-ink-3">Gives access to nothing.</p>;
  return (
    <ul className="grid gap-0.5 text-ink-2">
      {grants.map(({ network_id: network, role_id: role, role_name: name, right }) => (
        <li key={`${network} ${role}`} className="[overflow-wrap:anywhere]">
          <Name>{name}</Name> on <Name>{networkName(network)}</Name>
          <span className="text-ink-3"> · {gatewayRightWords[right]}</span>
        </li>
      ))}
    </ul>
  );
}
