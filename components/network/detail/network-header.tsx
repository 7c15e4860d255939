"use client";

import { useState } from "react";
import { useRouter } from "next/navigation";
import { useActor } from "@/components/base/actor-provider";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { lazyDialog } from "@/components/ui/lazy-component";
import { Name } from "@/components/ui/name";
import { networkActions, type NetworkActionKind } from "@/components/network/network-actions";
import type { Network } from "@/lib/network/schema";
import { paths } from "@/lib/paths";

const NetworkActionDialog = lazyDialog(
  async () => (await import("@/components/network/network-action-dialog")).NetworkActionDialog,
);

/** Which network the page is about, its ranges, and what can be done with it as a whole. */
export function NetworkHeader({ network }: { network: Network }) {
  const actor = useActor();
  const router = useRouter();
  const [asked, setAsked] = useState<NetworkActionKind | null>(null);
  const ranges = [network.addressrange, network.addressrange6].filter((range) => range !== "");
  return (
    <>
      <PageHeader
        title={<Name>{network.netid}</Name>}
        breadcrumbs={breadcrumbs}
        facts={
          <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5">
            {ranges.map((range) => (
              <span key={range} className="flex min-w-0 items-center gap-0.5">
                <span className="font-mono text-sm [overflow-wrap:anywhere]">{range}</span>
                <CopyButton value={range} label={`Copy ${range}`} />
              </span>
            ))}
          </div>
        }
        actions={networkActions(actor).map(
          ({ action, label, icon, isDanger = false, disabledReason }) => (
            <Button
              key={action}
              icon={icon}
              variant={isDanger ? "danger-quiet" : "secondary"}
              disabledReason={disabledReason}
              onClick={() => {
                setAsked(action);
              }}
            >
              {label}
            </Button>
          ),
        )}
      />
      {asked && (
        <NetworkActionDialog
          action={asked}
          netid={network.netid}
          onDeleted={() => {
            router.push(paths.networks);
          }}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

const breadcrumbs = [{ href: paths.networks, label: "Networks" }];
