"use client";

import { useState } from "react";
import { useRouter } from "next/navigation";
import { useActor } from "@/components/base/actor-provider";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { lazyDialog } from "@/components/ui/lazy-component";
import { Name } from "@/components/ui/name";
import { configActions, type ConfigActionKind } from "@/components/client-config/config-actions";
import { ConfigSwitch } from "@/components/client-config/config-parts";
import { kindOf, kindWords, nameOf } from "@/components/client-config/config-words";
import { useEnableConfig } from "@/components/client-config/use-enable-config";
import type { ClientConfig } from "@/lib/client-config/schema";
import { paths } from "@/lib/paths";
import { seesSomeNetwork } from "@/lib/permissions";

const ConfigActionDialog = lazyDialog(
  async () => (await import("@/components/client-config/config-action-dialog")).ConfigActionDialog,
);

/** Which client config the page is about, and what can be done with it as a whole. */
export function ConfigHeader({ config }: { config: ClientConfig }) {
  const actor = useActor();
  const router = useRouter();
  const enable = useEnableConfig();
  const [asked, setAsked] = useState<Exclude<ConfigActionKind, "enable"> | null>(null);
  const hasList = seesSomeNetwork(actor);
  return (
    <>
      <PageHeader
        title={<Name>{nameOf(config)}</Name>}
        {...(hasList && { breadcrumbs })}
        badges={
          <>
            <Badge>{kindWords[kindOf(config)]}</Badge>
            <ConfigSwitch isOn={config.enabled} />
          </>
        }
        description={
          <span className="flex min-w-0 items-center gap-0.5">
            <span className="font-mono text-sm [overflow-wrap:anywhere]">{config.clientid}</span>
            <CopyButton value={config.clientid} label="Copy id" />
          </span>
        }
        actions={configActions(actor, config).map(
          ({ action, label, icon, isDanger = false, disabledReason }, index) => (
            <Button
              // Enable takes the place of Disable, and keeps its focus.
              key={index}
              icon={icon}
              variant={isDanger ? "danger-quiet" : "secondary"}
              disabledReason={disabledReason}
              isPending={action === "enable" && enable.isPending}
              onClick={() => {
                if (action === "enable") enable.run(config);
                else setAsked(action);
              }}
            >
              {label}
            </Button>
          ),
        )}
      />
      {asked && (
        <ConfigActionDialog
          action={asked}
          config={config}
          onDeleted={() => {
            router.push(hasList ? paths.clientConfigs : paths.account);
          }}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

const breadcrumbs = [{ href: paths.clientConfigs, label: "Client configs" }];
