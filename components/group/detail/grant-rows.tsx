"use client";

import Link from "next/link";
import { X } from "lucide-react";
import { networkName } from "@/components/lookup/networks";
import { useRoleNames } from "@/components/lookup/use-names";
import { LinkLabel } from "@/components/ui/link-label";
import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import { byNetwork, type GroupGrant } from "@/components/group/grants";
import { paths } from "@/lib/paths";
import { ALL_NETWORKS } from "@/lib/reach/values";

/** The networks that a group opens, each with the roles that members have there. */
export function GrantRows({
  grants,
  onRemove,
}: {
  grants: readonly GroupGrant[];
  onRemove?: (grant: GroupGrant) => void;
}) {
  const nameOf = useRoleNames(grants.map(({ role_id: role }) => role));
  if (grants.length === 0) {
    return <p className="text-ink-3">Members reach no network through this group.</p>;
  }
  return (
    <ul className="-my-2 divide-y divide-line">
      {byNetwork(grants).map(([network, roles]) => (
        <li
          key={network}
          className="grid gap-x-6 gap-y-1.5 py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]"
        >
          <Network netid={network} />
          <ul aria-label={`Roles on ${networkName(network)}`} className="flex flex-wrap gap-1.5">
            {roles.map((role) => (
              <Role
                key={role}
                id={role}
                name={nameOf(role)}
                network={network}
                {...(onRemove && {
                  onRemove: () => {
                    onRemove({ network_id: network, role_id: role });
                  },
                })}
              />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Network({ netid }: { netid: string }) {
  if (netid === ALL_NETWORKS) {
    return (
      <span className="sm:pt-1">
        <span className="font-medium">All networks</span>
        <span className="block text-sm text-ink-3">and those made later</span>
      </span>
    );
  }
  return (
    <Link
      href={paths.network(netid)}
      prefetch={false}
      className="self-start justify-self-start rounded-sm font-medium [overflow-wrap:anywhere] hover:underline sm:mt-1"
    >
      <LinkLabel>
        <Name>{netid}</Name>
      </LinkLabel>
    </Link>
  );
}

function Role({
  id,
  name,
  network,
  onRemove,
}: {
  id: string;
  name: string | null;
  network: string;
  onRemove?: () => void;
}) {
  return (
    <li className="inline-flex min-h-7 max-w-full items-center rounded-full border border-line-strong ps-2.5 pe-2.5 has-[button]:pe-0.5">
      {name === null ? (
        <Skeleton className="w-20" />
      ) : (
        <Link
          href={paths.role(id)}
          prefetch={false}
          className="min-w-0 truncate rounded-sm hover:underline"
        >
          <Name>{name}</Name>
        </Link>
      )}
      {onRemove && (
        <button
          type="button"
          aria-label={`Remove ${name ?? id} on ${networkName(network)}`}
          onClick={onRemove}
          className="ms-0.5 grid size-6 min-h-[24px] min-w-[24px] shrink-0 place-items-center rounded-full text-ink-3 motion-colors hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </li>
  );
}
